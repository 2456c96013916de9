"""An experiment: a trained classifier for credits, measured against the phrases. Nothing of the product depends on it."""
