"""`python -m awesomelint` is the same program."""

from .cli import main

if __name__ == "__main__":
    main()
