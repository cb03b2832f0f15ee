//! Answers that the vendors do not give: none, half of one, and those of something in between.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread::JoinHandle;

use crate::support::{Folder, REMOVALS, Server};

/// Reads one request to its end: its head, and as much of a body as that announces.
fn read_request(stream: &mut TcpStream) -> Vec<u8> {
    let mut request = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&request).to_ascii_lowercase();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
            if body.len() >= length.map_or(0, |length| length.trim().parse().unwrap()) {
                return request;
            }
        }
        let read = stream.read(&mut piece).unwrap();
        assert!(read > 0, "the request ended early: {text}");
        request.extend_from_slice(&piece[..read]);
    }
}

/// Treats one connection after the other, each by its own function.
fn listen<F>(connections: Vec<F>) -> (String, JoinHandle<()>)
where
    F: FnOnce(TcpStream) + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let thread = std::thread::spawn(move || {
        for treat in connections {
            treat(listener.accept().unwrap().0);
        }
    });
    (origin, thread)
}

fn answer(text: &'static str) -> impl FnOnce(TcpStream) + Send + 'static {
    move |mut stream| {
        read_request(&mut stream);
        stream.write_all(text.as_bytes()).unwrap();
    }
}

#[test]
fn an_error_page_of_a_proxy_is_9() {
    const PAGE: &str = "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 24\r\n\
                        Connection: close\r\n\r\n<h1>502 Bad Gateway</h1>";
    for removal in &REMOVALS {
        let (origin, proxy) = listen(vec![answer(PAGE)]);
        let outcome = removal.run(&origin, &[]).json(9);
        proxy.join().unwrap();
        assert_eq!((&outcome["outcome"], &outcome["status"]), (&"unexpected".into(), &502.into()));
        let words = outcome["message"].as_str().unwrap();
        assert!(words.contains("502 Bad Gateway") && words.contains("text/html"), "{words}");
    }
}

#[test]
fn a_redirect_is_9_and_not_followed() {
    const ELSEWHERE: &str = "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:1/\r\n\
                             Content-Length: 0\r\nConnection: close\r\n\r\n";
    for removal in &REMOVALS {
        let (origin, proxy) = listen(vec![answer(ELSEWHERE)]);
        let outcome = removal.run(&origin, &[]).json(9);
        proxy.join().unwrap();
        assert_eq!(outcome["status"], 307);
        let words = outcome["message"].as_str().unwrap();
        // Kombo's document declares an answer for every status, as JSON.
        assert!(words.contains("Redirects are not followed") || removal.api == "kombo", "{words}");
    }
}

#[test]
fn a_success_that_is_not_as_declared_is_9() {
    const LOGIN_PAGE: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 16\r\n\
                              Connection: close\r\n\r\n<h1>Sign in</h1>";
    for removal in REMOVALS.iter().filter(|removal| removal.api != "vercel") {
        let (origin, proxy) = listen(vec![answer(LOGIN_PAGE)]);
        let outcome = removal.run(&origin, &[]).json(9);
        proxy.join().unwrap();
        assert_eq!(outcome["status"], 200);
    }
}

#[test]
fn a_closed_port_is_8_and_nothing_was_sent() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    for removal in &REMOVALS {
        let outcome = removal.run(&format!("http://127.0.0.1:{port}"), &[]).json(8);
        assert_eq!((&outcome["outcome"], &outcome["status"]), (&"unreachable".into(), &().into()));
        let words = outcome["message"].as_str().unwrap();
        assert!(words.contains("nothing was sent"), "{words}");
    }
}

#[test]
fn a_server_that_never_answers_is_8_after_the_timeout() {
    let removal = &REMOVALS[1];
    let (origin, server) = listen(vec![|mut stream: TcpStream| {
        read_request(&mut stream);
        // Until the client gives up.
        let _ = stream.read(&mut [0]);
    }]);
    let outcome = removal.run(&origin, &["--timeout", "1"]).json(8);
    server.join().unwrap();
    let words = outcome["message"].as_str().unwrap();
    assert!(words.contains("may have carried the request out"), "{words}");
}

#[test]
fn half_an_answer_is_8() {
    const HALF: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    for removal in REMOVALS.iter().filter(|removal| removal.api != "vercel") {
        let (origin, server) = listen(vec![answer(HALF)]);
        let outcome = removal.run(&origin, &[]).json(8);
        server.join().unwrap();
        let words = outcome["message"].as_str().unwrap();
        assert!(words.contains("may have carried the request out"), "{words}");
    }
}

/// Passes a request on to the real server, and its whole answer back or not.
fn pass_on(address: &str, give_back: bool) -> impl FnOnce(TcpStream) + Send + 'static {
    let address = address.to_owned();
    move |mut client| {
        let request = String::from_utf8(read_request(&mut client)).unwrap();
        // The server closes after the answer then, which ends the reading.
        let request = request.replacen("\r\n", "\r\nConnection: close\r\n", 1);
        let mut server = TcpStream::connect(address).unwrap();
        server.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        server.read_to_end(&mut answer).unwrap();
        assert!(!answer.is_empty());
        if give_back {
            client.write_all(&answer).unwrap();
        }
        let _ = client.shutdown(Shutdown::Both);
    }
}

#[test]
fn a_lost_answer_is_8_and_with_a_second_attempt_a_removal() {
    for removal in &REMOVALS {
        let folder = Folder::new();
        let server = Server::demo(&folder);
        let (origin, proxy) = listen(vec![pass_on(server.address(), false), pass_on(server.address(), true)]);
        let outcome = removal.run(&origin, &["--attempts", "2"]).json(0);
        proxy.join().unwrap();
        assert_eq!(outcome["outcome"], "removed", "{outcome}");
        let words = outcome["message"].as_str().unwrap();
        assert!(words.contains("already gone"), "{words}");
        removal.run(&server.url, &[]).json(3);
    }
    for removal in &REMOVALS {
        let folder = Folder::new();
        let server = Server::demo(&folder);
        let (origin, proxy) = listen(vec![pass_on(server.address(), false)]);
        removal.run(&origin, &[]).json(8);
        proxy.join().unwrap();
        removal.run(&server.url, &[]).json(3);
    }
}

#[test]
fn a_second_attempt_that_is_not_needed_is_not_made() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    for removal in &REMOVALS {
        // A second connection would wait for ever.
        let (origin, proxy) = listen(vec![pass_on(server.address(), true)]);
        removal.run(&origin, &["--attempts", "3"]).json(0);
        proxy.join().unwrap();
        let (origin, proxy) = listen(vec![pass_on(server.address(), true)]);
        removal.run(&origin, &["--attempts", "3"]).json(3);
        proxy.join().unwrap();
    }
}

#[test]
fn a_short_rate_limit_is_waited_for() {
    const LATER: &str = "HTTP/1.1 429 Too Many Requests\r\nContent-Type: text/plain\r\nRetry-After: 1\r\n\
                         Content-Length: 0\r\nConnection: close\r\n\r\n";
    type Treat = Box<dyn FnOnce(TcpStream) + Send>;
    let folder = Folder::new();
    let server = Server::demo(&folder);
    for removal in &REMOVALS {
        let connections: Vec<Treat> =
            vec![Box::new(answer(LATER)), Box::new(pass_on(server.address(), true))];
        let (origin, proxy) = listen(connections);
        removal.run(&origin, &["--attempts", "2"]).json(0);
        proxy.join().unwrap();
    }
}
