//! `unplug serve`: starting, logging and stopping.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};

use serde_json::Value;

use crate::support::{Folder, REMOVALS, ROCKETCHAT, Server, unplug};

#[test]
fn an_address_in_use_is_told_before_the_database_is_touched() {
    let busy = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = busy.local_addr().unwrap().to_string();
    let folder = Folder::new();
    let database = folder.name("unplug.db");
    let run = unplug(&["serve", "--demo", "--listen", &address, "--database", &database], &[]);
    let words = run.error(1);
    let start = format!("cannot listen on {address}; choose another address with --listen: ");
    assert!(words.starts_with(&start) && words.contains("in use"), "{words}");
    assert!(!folder.path("unplug.db").exists());
}

#[test]
fn a_database_that_cannot_be_used_is_named_with_a_remedy() {
    let folder = Folder::new();
    let here = folder.name(".");
    let text =
        folder.write("notes.txt", "These are notes and no database, and they are to stay as they are.");
    let nowhere = folder.name("missing/unplug.db");
    for (database, words) in
        [(&here, "it is a folder"), (&nowhere, "there is no folder"), (&text, "file is not a database")]
    {
        for arguments in [
            vec!["serve", "--demo", "--listen", "127.0.0.1:0", "--database", database],
            vec!["seed", "-", "--database", database],
        ] {
            let run = unplug(&arguments, &[]);
            let message = run.error(1);
            assert!(message.starts_with(&format!("cannot open the database {database}: ")), "{message}");
            assert!(message.contains(words), "{message}");
            assert!(message.ends_with("choose another file with --database"), "{message}");
            assert_eq!(message.matches("cannot open").count(), 1, "{message}");
        }
    }
    assert!(std::fs::read_to_string(text).unwrap().starts_with("These are notes"));
}

#[test]
fn both_signals_end_it_well_and_there_is_one_line_on_standard_output() {
    for signal in ["TERM", "INT"] {
        let folder = Folder::new();
        let server = Server::demo(&folder);
        REMOVALS[0].run(&server.url, &[]).json(0);
        let address = server.address().to_owned();
        server.signal(signal);
        let (status, log, output) = server.wait();
        assert_eq!(status.code(), Some(0), "{signal}: {log}");
        assert_eq!(output, "");
        assert!(log.trim_end().ends_with("stopped"), "{log}");
        assert!(TcpStream::connect(address).is_err());
    }
}

/// The first part of a removal; the server waits for the rest.
fn begin_removal(server: &Server) -> (TcpStream, &'static str) {
    const BODY: &str = r#"{"type":"webhook-outgoing","integrationId":"oNLthAt9RwMw39N2B"}"#;
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let [(_, token), (_, user)] = ROCKETCHAT else { unreachable!() };
    let head = format!(
        "POST /rocketchat/api/v1/integrations.remove HTTP/1.1\r\nHost: a\r\nX-Auth-Token: {token}\r\n\
         X-User-Id: {user}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Expect: 100-continue\r\nConnection: close\r\n\r\n",
        BODY.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    // The server asks for the body once the request is under way.
    let mut interim = [0; 25];
    stream.read_exact(&mut interim).unwrap();
    assert!(interim.starts_with(b"HTTP/1.1 100"), "{}", String::from_utf8_lossy(&interim));
    (stream, BODY)
}

#[test]
fn a_request_under_way_is_finished_before_it_stops() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let (mut stream, body) = begin_removal(&server);
    server.signal("TERM");
    server.wait_for_log("waiting for requests");
    stream.write_all(body.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let (status, log, _) = server.wait();
    assert!(status.success(), "{log}");
    assert!(!log.contains("still under way"), "{log}");
    REMOVALS[0].run(&Server::demo(&folder).url, &[]).json(3);
}

#[test]
fn a_second_signal_does_not_wait_for_requests() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    let (stream, _) = begin_removal(&server);
    server.signal("TERM");
    server.wait_for_log("waiting for requests");
    server.signal("TERM");
    let (status, log, _) = server.wait();
    assert!(status.success(), "{log}");
    assert!(log.contains("still under way"), "{log}");
    drop(stream);
    // Nothing was removed without a whole request.
    REMOVALS[0].run(&Server::demo(&folder).url, &[]).json(0);
}

#[test]
fn a_json_log_is_one_object_a_line() {
    let folder = Folder::new();
    let server = Server::start(&folder, &["--demo", "--log-format", "json"], &[("RUST_LOG", "debug")]);
    for removal in &REMOVALS {
        removal.run(&server.url, &[]).json(0);
        removal.run(&server.url, &[]).json(3);
    }
    let log = server.terminate();
    let entries: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for entry in &entries {
        for field in ["timestamp", "level", "target", "fields"] {
            assert!(entry.get(field).is_some(), "no {field} in {entry}");
        }
    }
    let removals: Vec<_> = entries.iter().filter(|entry| entry["fields"]["message"] == "removed").collect();
    let subjects: Vec<_> = removals.iter().map(|entry| &entry["fields"]["subject"]).collect();
    assert_eq!(subjects, REMOVALS.iter().map(|removal| removal.id).collect::<Vec<_>>());
}

#[test]
fn a_log_wish_that_is_not_understood_is_told() {
    let folder = Folder::new();
    let server = Server::start(&folder, &[], &[("RUST_LOG", "unplug=loud")]);
    let log = server.terminate();
    assert!(log.contains("RUST_LOG is not understood") && log.contains("stopped"), "{log}");
}

#[test]
fn public_credentials_on_a_public_address_are_warned_of() {
    let warning = "the demo credentials are public";
    let folder = Folder::new();
    let server = Server::start_at("0.0.0.0:0", &folder, &["--demo"], &[]);
    assert!(server.terminate().contains(warning));
    let server = Server::demo(&folder);
    assert!(!server.terminate().contains(warning));
}

#[test]
fn a_host_name_can_be_listened_on() {
    let folder = Folder::new();
    let server = Server::start_at("localhost:0", &folder, &["--demo"], &[]);
    REMOVALS[1].run(&server.url, &[]).json(0);
}

#[test]
fn rate_limits_can_be_switched_off() {
    let folder = Folder::new();
    let server = Server::start(&folder, &["--demo", "--no-rate-limits"], &[]);
    for _ in 0..12 {
        REMOVALS[0].run_as(ROCKETCHAT, &server.url, "nothing", &[]).json(3);
    }
}

#[test]
fn without_the_demo_data_set_nobody_is_known() {
    let folder = Folder::new();
    let server = Server::start(&folder, &[], &[]);
    for removal in &REMOVALS {
        removal.run(&server.url, &[]).json(4);
    }
}
