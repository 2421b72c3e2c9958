//! The programs of this computer, as the readers of originals ask for them.

use crate::originals::readers::OutsidePrograms;
use crate::originals::refusal::ReadRefusal;
use crate::source::programs::{self, ProgramFault};

/// The programs that are on this computer.
pub struct LocalPrograms;

impl OutsidePrograms for LocalPrograms {
    fn pdf_text(&self, pdf: &[u8]) -> Result<String, ReadRefusal> {
        programs::pdf_text(pdf).map_err(|fault| refusal("pdftotext", fault))
    }

    fn to_docx(&self, file: &[u8], ending: &str) -> Result<Vec<u8>, ReadRefusal> {
        programs::to_docx(file, ending).map_err(|fault| refusal("soffice", fault))
    }
}

fn refusal(program: &'static str, fault: ProgramFault) -> ReadRefusal {
    match fault {
        ProgramFault::Missing => ReadRefusal::NoProgram(program),
        ProgramFault::Failed(said) if said.to_lowercase().contains("password") => ReadRefusal::Locked,
        ProgramFault::Failed(said) => ReadRefusal::ProgramFailed { program, said },
        ProgramFault::TooLong => ReadRefusal::ProgramFailed { program, said: "quá lâu · took too long".to_owned() },
    }
}
