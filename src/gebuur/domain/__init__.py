"""Pure knowledge and rules: no Django here, and the packages do not know each other."""
