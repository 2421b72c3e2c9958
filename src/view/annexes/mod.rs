//! The annexes whose content is made for them: a file for each kind, with what it shows as plain data, and how that is made.

mod duties;

use serde::Serialize;
use serde::ser::SerializeStruct;

pub(super) use self::calendar::upcoming;
pub use self::duties::*;
use super::build::Builder;
pub(crate) use crate::model::annex::annex_kinds;
use crate::model::edition::Annex;
pub use crate::model::edition::AnnexKind;

/// What an annex of one kind shows.
pub(super) trait AnnexContent: Serialize {
    /// `annex` is as the edition asks for it.
    fn new(builder: &Builder<'_, '_>, annex: &Annex) -> Self;
}

macro_rules! contents {
    ({ $($general:tt)* } { $($(#[$doc:meta])* $kind:ident $file:ident $key:literal $names:tt $help:tt $content:ident;)* }) => {
        $(mod $file;)*
        $(pub use self::$file::*;)*

        /// What the annexes show that is made for them, by kind. Nothing where the edition has no annex of the kind.
        #[derive(Clone, Default, Debug)]
        pub struct AnnexContents {
            $($(#[$doc])* pub $file: Option<$content>,)*
        }

        impl AnnexContents {
            pub(super) fn new(builder: &Builder<'_, '_>) -> Self {
                AnnexContents {
                    $($file: builder.annex_of(AnnexKind::$kind).map(|annex| $content::new(builder, annex)),)*
                }
            }

            /// Writes each as a field of the view.
            pub(super) fn serialize_into<S: SerializeStruct>(&self, view: &mut S) -> Result<(), S::Error> {
                let AnnexContents { $($file,)* } = self;
                $(put(view, stringify!($file), $file.as_ref())?;)*
                Ok(())
            }
        }
    };
}

annex_kinds!(contents);

fn put<S: SerializeStruct>(view: &mut S, name: &'static str, content: Option<&impl Serialize>) -> Result<(), S::Error> {
    match content {
        None if name != WRITTEN_ALWAYS => view.skip_field(name),
        content => view.serialize_field(name, &content),
    }
}

/// Readers of `view.json` may count on the field: it has always been there, as `null` where there is no such annex.
const WRITTEN_ALWAYS: &str = "departments";
