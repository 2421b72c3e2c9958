//! The modules that the package's own program, tests, benches and fuzz targets use. It is no part of the library: any
//! release may change it.

pub mod answers {
    pub use crate::answers::*;
}

pub mod assemble {
    pub use crate::assemble::*;
}

pub mod checks {
    pub use crate::checks::*;
}

pub mod cli {
    pub use crate::cli::*;
}

pub mod codes {
    pub use crate::codes::*;
}

pub mod command {
    pub use crate::command::*;
}

pub mod compare {
    pub use crate::compare::*;
}

pub mod diag {
    pub use crate::diag::*;
}

pub mod edit {
    pub use crate::edit::*;
}

pub mod handout {
    pub use crate::handout::*;
}

pub mod hash {
    pub use crate::hash::*;
}

pub mod language {
    pub use crate::language::*;
}

pub mod model {
    pub use crate::model::*;
}

pub mod originals {
    pub use crate::originals::*;
}

pub mod publish {
    pub use crate::publish::*;
}

pub mod render {
    pub use crate::render::*;
}

pub mod report {
    pub use crate::report::*;
}

pub mod resolve {
    pub use crate::resolve::*;
}

pub mod session {
    pub use crate::session::*;
}

pub mod source {
    pub use crate::source::*;
}

pub mod spreadsheet {
    pub use crate::spreadsheet::*;
}

pub mod syntax {
    pub use crate::syntax::*;
}

pub mod view {
    pub use crate::view::*;
}
