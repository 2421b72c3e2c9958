//! The keys of a record, written down and not read.

use super::fields::{DeclaredKey, Demand, Keys, ValueKind};
use super::shape::{KeyChoice, KeyShape, Presence};
use crate::diag::{Code, Finding, Place};

/// Gets every key that a record reads, and gives it no value.
#[derive(Default)]
pub(super) struct Describer {
    pub fields: Vec<KeyShape>,
    pub choice: Option<KeyChoice>,
}

impl Keys for Describer {
    fn field<K: ValueKind>(
        &mut self,
        key: DeclaredKey,
        presence: Presence,
        _: Demand,
        kind: K,
    ) -> Option<Option<K::Value>> {
        self.fields.push(KeyShape::new(key, presence, kind));
        None
    }

    fn refuse<T: Copy>(&mut self, _: &[(&'static str, T)], _: fn(&'static str, T, Place) -> Finding) -> Option<()> {
        None
    }

    fn choose(&mut self, choice: KeyChoice, _: Code) -> Option<()> {
        self.choice = Some(choice);
        None
    }

    fn check(&mut self, _: Option<(Code, &'static str, String)>) -> Option<()> {
        None
    }
}
