//! How the view is written for templates and for `view.json`: all its fields, with the contents of the annexes among them.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{AnnexKind, ByNumber, ExcerptNumber, View};

impl Serialize for View {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let View {
            version,
            generator,
            language,
            edition,
            look,
            words,
            notices,
            first,
            paper,
            front,
            slides: _, // on a screen only
            parts,
            annexes,
            instruments,
            glossary,
            counts,
            released,
            changes,
            contents,
            tab_slots,
            colophon,
            web,
        } = self;
        let mut view = serializer.serialize_struct("View", 20 + AnnexKind::ALL.len())?;
        view.serialize_field("version", version)?;
        view.serialize_field("generator", generator)?;
        view.serialize_field("language", language)?;
        view.serialize_field("edition", edition)?;
        view.serialize_field("look", look)?;
        view.serialize_field("words", words)?;
        view.serialize_field("notices", notices)?;
        view.serialize_field("first", first)?;
        view.serialize_field("paper", paper)?;
        view.serialize_field("front", front)?;
        view.serialize_field("parts", parts)?;
        view.serialize_field("annexes", annexes)?;
        view.serialize_field("instruments", instruments)?;
        view.serialize_field("glossary", glossary)?;
        view.serialize_field("counts", counts)?;
        view.serialize_field("released", released)?;
        view.serialize_field("changes", changes)?;
        contents.serialize_into(&mut view)?;
        view.serialize_field("tab_slots", tab_slots)?;
        view.serialize_field("colophon", colophon)?;
        view.serialize_field("web", web)?;
        view.end()
    }
}

/// An annex kind is written as its key, which is a name of the program's own.
impl Serialize for AnnexKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("AnnexKind", *self as u32, self.key())
    }
}

impl Serialize for ExcerptNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.get())
    }
}

impl<T: Serialize> Serialize for ByNumber<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}
