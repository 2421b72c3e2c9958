use super::Templates;
use crate::view::View;
pub fn missing(_: &View, _: &Templates) -> Vec<u8> { Vec::new() }
