"""Texts as numbers, in the manner of scikit-learn: words, labels and quoted words as columns."""
