"""What a finished page may run: checks a folder of HTML and writes the policy into it."""

from built.policy.apply import PolicyError, apply, breaches, has_policy

__all__ = ["PolicyError", "apply", "breaches", "has_policy"]
