//! Vietnamese citations and locators: text to value.
