//! Every word around the content: names of parts, labels, notices. No template words anything.

use serde::Serialize;

/// The fixed words of the booklet, the same in both outputs.
#[derive(Serialize, Clone, Debug)]
pub struct Words {
    pub contents: String,
    pub part: String,
    pub chapter: String,
    pub annex: String,
    pub imprint: String,
    pub duties: String,
    pub deadline: String,
    /// Before what shows that a duty was done.
    pub evidence: String,
    /// Before the penalty clauses for a duty.
    pub sanctions: String,
    /// Before the duties whose neglect a clause punishes.
    pub sanction_for: String,
    pub source: String,
    pub text_at: String,
    pub contact: String,
    /// Before other words for a term.
    pub also: String,
    pub note: String,
    pub related: String,
    pub see_also: String,
    pub instruments: String,
    pub glossary: String,
    pub status: String,
    pub issued: String,
    pub issuer: String,
    pub in_force_from: String,
    pub in_force_until: String,
    /// Of an instrument, before what has replaced it.
    pub replaced_by: String,
    /// Heading of what the signs of a figure mean.
    pub legend: String,
    /// Heading of the table that says what a figure shows.
    pub figure_as_table: String,
    pub instrument: String,
    pub number: String,
    pub topics: String,
    pub audiences: String,
    pub excerpts: String,
    pub relations: String,
    pub confidence: String,
    pub english: String,
    pub definition: String,
    pub term: String,
    pub page: String,
    /// Before the number of the page that something is on: `tr. 31`
    pub on_page: String,
    pub skip_to_content: String,
    pub download_pdf: String,
    pub download_pdf_full: String,
    /// Before the number and the title of an excerpt that began on the page before.
    pub continued: String,
    /// Before the number of the excerpt that gives the same reason.
    pub same_reason: String,
    /// Before what only other lists have.
    pub listed_above: String,
    pub permalink: String,
    pub previous: String,
    pub next: String,
    pub home: String,
    pub in_this_part: String,
    pub footnotes: String,
    pub corpus_hash: String,
    pub external: String,
    pub not_found: String,
    /// Name of the site's main navigation.
    pub pages: String,
    /// Name of the row of links from the home page to this one.
    pub you_are_here: String,
    pub in_this_chapter: String,
    /// The page with the guidance before the first part.
    pub guidance: String,
    /// Name of a table without a caption.
    pub table: String,
    /// Before the number of a footnote.
    pub back_to_text: String,
    /// Before the name of a chapter.
    pub see_in_chapter: String,
    /// Before the name of an audience whose list has these duties.
    pub see_list_of: String,
    pub cite_as: String,
    pub edition: String,
    /// Before the name of the tool.
    pub made_with: String,
    /// After a number.
    pub excerpts_counted: String,
    /// Name of the page that shows what differs from the edition before.
    pub changes: String,
    /// How words that went and came are marked.
    pub changes_legend: String,
    /// Where the edition is built as of a day before the one that it follows.
    pub changes_not_compared: String,
    /// Before the validity on the day of the edition before.
    pub change_before: String,
    /// Before the validity on this edition's day.
    pub change_after: String,
    /// Before the citation of what was replaced.
    pub change_instead_of: String,
    /// Around words that went and came, for those who hear the page.
    pub removed_begin: String,
    pub removed_end: String,
    pub added_begin: String,
    pub added_end: String,
    /// On the cover and below every page of the site: what this is not.
    pub disclaimer: String,
    pub responsibilities: String,
    pub checklists: String,
    /// Heads of the columns of duties.
    pub duty: String,
    pub level: String,
    pub provision: String,
    /// Stands where no deadline is stated.
    pub no_deadline: String,
    /// Before what is not in the table of duties.
    pub set_aside: String,
    pub office: String,
    pub checked_by: String,
    pub day: String,
    /// Before the list of audiences on a page.
    pub choose_audience: String,
    pub unknown: String,
    pub wanted: String,
    pub departments: String,
    pub department: String,
    /// Heading of the column with the places that a department works for.
    pub area: String,
    pub change: String,
    /// Head of the column for obstacles.
    pub remarks: String,
    pub proposals: String,
    /// That the page of the report form sends nothing.
    pub nothing_is_sent: String,
    pub index: String,
    pub standards: String,
    pub standard: String,
    /// Head of the column with the excerpts that use a standard.
    pub used_in: String,
    /// Before what issued a standard.
    pub issued_with: String,
    /// In an index, before the page that explains a term.
    pub explained: String,
    pub colophon: String,
    /// Before the address of the web edition.
    pub web_edition: String,
    pub search: SearchWords,
    /// The button that copies an excerpt's citation, and what it says then.
    pub copy_citation: String,
    pub copied: String,
    pub not_copied: String,
}

/// The words of the search. `{n}`, `{a}` and `{b}` are put in by the site's script.
#[derive(Serialize, Clone, Debug)]
pub struct SearchWords {
    pub title: String,
    pub label: String,
    pub button: String,
    /// How to search.
    pub hint: String,
    /// Which keys help.
    pub keys: String,
    pub filters: String,
    /// The choice of a filter that filters nothing.
    pub all: String,
    pub kind: String,
    /// What a result is.
    pub excerpt: String,
    pub instrument: String,
    pub guidance: String,
    pub term: String,
    pub topic: String,
    pub audience: String,
    /// Over the row of the table of answers that fits best, and before what it rests on.
    pub answer: String,
    pub rests_on: String,
    pub searching: String,
    pub found: String,
    pub found_one: String,
    pub none: String,
    /// What to do where nothing is found.
    pub advice: String,
    pub more: String,
    /// That `{a}` does not occur and `{b}` was searched instead.
    pub instead: String,
    pub failed: String,
    pub clear: String,
    /// How to find without a script.
    pub without_script: String,
    pub without_script_find: String,
}

/// A paragraph with a title, such as what a booklet is and is not.
#[derive(Serialize, Clone, Debug)]
pub struct Notice {
    pub title: String,
    pub text: String,
}
