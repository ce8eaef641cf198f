"""The rules of joint displays: how they are laid out, who has judged a row, what is different today."""
