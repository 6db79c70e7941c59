def is_surname(s):
    return len(s) == 1
