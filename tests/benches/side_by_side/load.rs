//! A load generator that costs little beside the server it loads: raw requests over kept-alive
//! connections, responses read by their `content-length`.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

const CONNECTIONS: usize = 32;

/// Serves on a loopback port, on one thread of its own, until the process ends.
pub(crate) fn serve(app: axum::Router) -> SocketAddr {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        single_thread().block_on(async move {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            sender.send(listener.local_addr().expect("an address")).expect("a receiver");
            axum::serve(listener, app).await.expect("serves");
        });
    });
    receiver.recv().expect("the server's address")
}

/// A runtime on the current thread.
pub(crate) fn single_thread() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

/// Sends `request` over and over, and gives requests per second.
///
/// # Panics
/// When an answer has another status than `status`.
pub(crate) fn requests_per_second(address: SocketAddr, request: &[u8], status: u16, time: Duration) -> f64 {
    let count = Arc::new(AtomicU64::new(0));
    let stop = Arc::new(AtomicBool::new(false));
    let started = Instant::now();
    single_thread().block_on(async {
        let mut connections = tokio::task::JoinSet::new();
        for _ in 0..CONNECTIONS {
            let (count, stop, request) = (Arc::clone(&count), Arc::clone(&stop), request.to_vec());
            connections.spawn(async move {
                let mut stream = TcpStream::connect(address).await.expect("connects");
                stream.set_nodelay(true).expect("nodelay");
                let mut buffer = Vec::with_capacity(4096);
                while !stop.load(Ordering::Relaxed) {
                    exchange(&mut stream, &request, &mut buffer, status).await;
                    count.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        tokio::time::sleep(time).await;
        stop.store(true, Ordering::Relaxed);
        while connections.join_next().await.is_some() {}
    });
    #[allow(clippy::cast_precision_loss, reason = "a count of requests is far below 2^52")]
    let requests = count.load(Ordering::Relaxed) as f64;
    requests / started.elapsed().as_secs_f64()
}

async fn exchange(stream: &mut TcpStream, request: &[u8], buffer: &mut Vec<u8>, status: u16) {
    stream.write_all(request).await.expect("writes");
    buffer.clear();
    loop {
        let read = stream.read_buf(buffer).await.expect("reads");
        assert!(read > 0, "the server closed the connection");
        let Some(head) = buffer.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let text = String::from_utf8_lossy(&buffer[..head]).to_ascii_lowercase();
        assert!(
            text.as_bytes().get(9..12) == Some(status.to_string().as_bytes()),
            "expected {status}, got: {text}"
        );
        let length = text
            .lines()
            .find_map(|line| line.strip_prefix("content-length:"))
            .map_or(0, |value| value.trim().parse::<usize>().expect("a length"));
        if buffer.len() >= head + 4 + length {
            return;
        }
    }
}
