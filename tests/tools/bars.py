"""Says beside a number whether it is within its bar."""


def against(number: float, bar: float, shown: str = "{:.0f}") -> str:
    """*number*, as *shown*, and whether it is at most *bar*."""
    return f"{shown.format(number)}, {'pass' if number <= bar else 'miss'}"
