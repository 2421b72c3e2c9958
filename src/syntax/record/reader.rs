//! Takes one mapping apart and says everything that is wrong with it; what a record did not demand for is an unknown key.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::yaml::{self as tree, Node, Value, described};
use super::fields::{DeclaredKey, Demand, Keys, ValueKind};
use super::shape::{KeyChoice, Presence};
use crate::diag::advice::{nearest, only_near};
use crate::diag::{Bilingual, Code, FileId, Finding, Fix, Owner, Place, Sink, Span};
use crate::syntax::messages::{words, yaml};

/// Takes one mapping apart.
pub(super) struct Reader<'r> {
    entries: &'r [(tree::Key, Node)],
    range: Range<usize>,
    title: fn() -> Bilingual,
    /// The key that the record is the value of; empty for a whole file.
    key: &'static str,
    asked: Vec<&'static str>,
    /// Keys that must not be there, and that nobody is advised to write.
    refused: Vec<&'static str>,
    /// Required keys that are not there, and whether their value may be unknown.
    missing: Vec<(&'static str, bool)>,
    file: FileId,
    sink: &'r mut Sink,
}

/// Where a value is read: the key it belongs to, for the words of a finding.
pub struct Context<'s> {
    pub key: &'static str,
    /// The key of the record around it; empty for a whole file.
    pub around: &'static str,
    /// Whether the key must be there.
    pub required: bool,
    /// Whether its value may be said to be unknown.
    pub may_be_unknown: bool,
    pub file: FileId,
    pub sink: &'s mut Sink,
}

impl Context<'_> {
    /// Reports a finding about the record.
    pub fn report(&mut self, finding: Finding) {
        self.sink.push(finding);
    }

    /// A finding at a value of the current key.
    pub fn at(&self, code: Code, node: &Node) -> Finding {
        Finding::at(code, self.file, node.range.clone()).arg("key", self.key)
    }

    /// Says that a value has another type than its key takes; an empty one is said to be empty.
    pub fn wrong_type(&mut self, node: &Node, expected: Bilingual, form: Bilingual, fix: Option<Fix>) {
        match node.value {
            Value::Refused => {}
            Value::Nothing => self.empty(node),
            Value::Text(_) | Value::List(_) | Value::Mapping(_) => {
                let finding = self.at(yaml::WRONG_TYPE, node);
                let finding = finding.arg("expected", expected).arg("found", described(&node.value));
                self.report(finding.arg("form", form).fix(fix));
            }
        }
    }

    /// Reports a key without a value, with advice on what it takes.
    pub fn empty(&mut self, node: &Node) {
        let finding = self.at(yaml::EMPTY_VALUE, node);
        self.report(finding.arg("advice", words::fill_key(self.key, self.required, self.may_be_unknown)));
    }
}

impl<'r> Reader<'r> {
    /// `None`, and a finding, where the node is no mapping.
    pub fn new(node: &'r Node, title: fn() -> Bilingual, context: &'r mut Context<'_>) -> Option<Self> {
        let (key, file) = (context.key, context.file);
        let Value::Mapping(entries) = &node.value else {
            let (required, may_be_unknown, around) = (true, false, context.around);
            let mut context = Context { key, around, required, may_be_unknown, file, sink: context.sink };
            context.wrong_type(node, words::a_record(), words::record_form(), None);
            return None;
        };
        let (asked, refused, missing) = (Vec::new(), Vec::new(), Vec::new());
        Some(Reader {
            entries,
            range: node.range.clone(),
            title,
            key,
            asked,
            refused,
            missing,
            file,
            sink: context.sink,
        })
    }

    fn entry(&self, key: &str) -> Option<&'r (tree::Key, Node)> {
        self.entries.iter().find(|(known, _)| known.text == key)
    }

    fn place(&self, range: Range<usize>) -> Place {
        Place::Span(Span::new(self.file, range))
    }

    /// Reports the keys that were never read, and those that must be there and are not. A mistyped key is one fault
    /// and not two.
    pub fn finish(mut self) {
        let known = |key: &str| self.asked.contains(&key) || self.refused.contains(&key);
        let there: BTreeSet<&str> = self.entries.iter().map(|(key, _)| key.text.as_str()).collect();
        let absent: Vec<&'static str> = self.asked.iter().copied().filter(|asked| !there.contains(asked)).collect();
        for (key, node) in self.entries.iter().filter(|(key, _)| !known(&key.text)) {
            let full = self.sink.is_full(Owner::File(self.file), yaml::UNKNOWN_KEY);
            let near = if full { None } else { nearest(&key.text, absent.iter().copied()) };
            self.missing.retain(|(missing, _)| near != Some(missing));
            let finding = Finding::at(yaml::UNKNOWN_KEY, self.file, key.range.clone()).arg("key", key.text.as_str());
            // `{note: một, hai}`: the words after the comma are a key without a value.
            let cut = near.is_none() && matches!(node.value, Value::Nothing) && key.text.contains(' ');
            let advice = if cut { words::quote_commas() } else { words::choose_key(near, &self.asked) };
            let near = near.and_then(|_| only_near(&key.text, absent.iter().copied()));
            let fix = near.map(|near| Fix::words(Span::new(self.file, key.range.clone()), near));
            self.sink.push(finding.arg("record", (self.title)()).arg("advice", advice).fix(fix));
        }
        for (key, may_be_unknown) in self.missing {
            let start = self.range.start..self.entries.first().map_or(self.range.end, |(key, _)| key.range.end);
            let finding = Finding::at(yaml::MISSING_KEY, self.file, start).arg("key", key);
            let advice = words::add_key(key, may_be_unknown);
            self.sink.push(finding.arg("record", (self.title)()).arg("advice", advice));
        }
    }
}

impl Keys for Reader<'_> {
    fn field<K: ValueKind>(
        &mut self,
        key: DeclaredKey,
        _: Presence,
        demand: Demand,
        kind: K,
    ) -> Option<Option<K::Value>> {
        if demand == Demand::Not {
            return Some(None);
        }
        let (key, required, may_be_unknown) = (key.name, demand == Demand::Required, K::UNKNOWN.is_some());
        self.asked.push(key);
        let Some((_, node)) = self.entry(key) else {
            if required {
                self.missing.push((key, may_be_unknown));
                return None;
            }
            return Some(None);
        };
        let (around, file) = (self.key, self.file);
        kind.read(node, &mut Context { key, around, required, may_be_unknown, file, sink: self.sink }).map(Some)
    }

    fn refuse<T: Copy>(
        &mut self,
        keys: &[(&'static str, T)],
        finding: fn(&'static str, T, Place) -> Finding,
    ) -> Option<()> {
        self.refused.extend(keys.iter().map(|(key, _)| *key));
        let found = keys.iter().filter_map(|(key, what)| Some((*key, *what, self.entry(key)?.0.range.clone())));
        let found: Vec<Finding> = found.map(|(key, what, range)| finding(key, what, self.place(range))).collect();
        let none = found.is_empty();
        found.into_iter().for_each(|finding| self.sink.push(finding));
        none.then_some(())
    }

    fn choose(&mut self, choice: KeyChoice, code: Code) -> Option<()> {
        let fault = choice.fault(|key| self.entry(key).is_some());
        self.check(fault.map(|keys| (code, "keys", keys)))
    }

    fn check(&mut self, fault: Option<(Code, &'static str, String)>) -> Option<()> {
        let Some((code, name, words)) = fault else { return Some(()) };
        let finding = Finding::at(code, self.file, self.range.clone()).arg("key", self.key);
        self.sink.push(finding.arg(name, words));
        None
    }
}
