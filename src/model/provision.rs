//! Units and locators of provisions.
