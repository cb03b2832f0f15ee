//! The three documents of this workspace: as published they say what is wrong with them, and
//! corrected they are free of findings, and every example fits its own schema.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use unplug_openapi::diagnostic::{Severity, render};
use unplug_openapi::load;
use unplug_openapi::syntax::SourceFile;
use unplug_tests::documents::Vendor;

#[test]
fn corrected_documents_have_no_findings() {
    for vendor in Vendor::ALL {
        let loaded = load(&vendor.path(), Some(&vendor.overlay()));
        assert!(loaded.document.is_some());
        assert!(loaded.diagnostics.is_empty(), "{}", render(&loaded.diagnostics, false));
    }
}

#[test]
fn rocketchat_as_published_points_at_its_two_wrong_lines_and_nothing_else() {
    let vendor = Vendor::Rocketchat;
    let text = std::fs::read_to_string(vendor.path()).unwrap();
    let wrong: Vec<usize> = text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains(r#""required": "true""#))
        .map(|(index, _)| index + 1)
        .collect();
    let diagnostics = load(&vendor.path(), None).diagnostics;
    let found: Vec<usize> = diagnostics
        .iter()
        .inspect(|diagnostic| assert_eq!(diagnostic.severity, Severity::Error))
        .filter_map(|diagnostic| diagnostic.position())
        .map(|(_, line, _)| line)
        .collect();
    assert_eq!(wrong.len(), 2);
    assert_eq!(found, wrong, "{}", render(&diagnostics, false));
}

#[test]
fn kombo_and_vercel_are_valid_as_published() {
    for vendor in [Vendor::Kombo, Vendor::Vercel] {
        let loaded = load(&vendor.path(), None);
        assert!(loaded.document.is_some());
        let errors = loaded.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        assert_eq!(errors.count(), 0, "{}", render(&loaded.diagnostics, false));
    }
}

#[test]
fn every_example_of_a_corrected_document_fits_its_schema() {
    for vendor in Vendor::ALL {
        let checker = vendor.checker();
        let findings = unplug_conformance::examples(&vendor.document());
        assert!(findings.is_empty(), "{}", render(&findings, false));
        let examples = unplug_tests::examples::all(checker.api());
        assert!(!examples.is_empty());
        // Every response with a body shows one.
        for operation in &checker.api().operations {
            for media_type in operation.responses.iter().flat_map(|response| &response.contents) {
                assert!(!media_type.examples.is_empty(), "{}", media_type.location.pointer);
            }
        }
    }
}

#[test]
fn each_correction_says_what_and_why() {
    for vendor in Vendor::ALL {
        let document = vendor.document();
        assert!(!document.corrections.is_empty());
        for correction in &document.corrections {
            let (target, marks) = (&correction.target, ["D: ", "S: ", "T: ", "X: ", "I: ", "Name chosen"]);
            assert!(correction.description.contains('→'), "{target}: from what to what?");
            assert!(!correction.sources.is_empty(), "{target}");
            for source in &correction.sources {
                assert!(marks.iter().any(|mark| source.starts_with(mark)), "{target}: {source}");
            }
        }
    }
}

/// A correction repairs every example that its publisher has wrong: without one of these, the test
/// above fails.
#[test]
fn examples_as_published_that_do_not_fit_are_found_where_they_stand() {
    // Its parameters are invalid as published, so only what repairs them is applied.
    let text = std::fs::read_to_string(Vendor::Rocketchat.path()).unwrap();
    let text = text.replace("\"required\": \"true\"", "\"required\": true");
    let lines = |needle: &str| {
        let found = text.lines().enumerate().filter(|(_, line)| line.contains(needle));
        found.map(|(index, _)| index + 1).collect::<Vec<_>>()
    };
    let loaded = load::load_text("rocketchat", SourceFile::new("rocketchat.json", text.as_str()), None);
    let findings = unplug_conformance::examples(&loaded.document.unwrap());
    let found: Vec<usize> = findings.iter().filter_map(|finding| finding.position()).map(|at| at.1).collect();
    assert_eq!(lines("\"success\": \"false\"").len(), 3);
    for line in lines("\"success\": \"false\"").into_iter().chain(lines("\"channel\": \"false\"")) {
        assert!(found.contains(&line), "{line}: {}", render(&findings, false));
    }
    assert!(findings.iter().all(|finding| finding.severity == Severity::Warning));

    let published = load(&Vendor::Kombo.path(), None).document.unwrap();
    assert_eq!(unplug_conformance::examples(&published).len(), 2, "two examples contradict the enum");
}
