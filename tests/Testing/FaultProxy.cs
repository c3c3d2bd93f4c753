using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DirectRoute.Testing;

/// <summary>
/// An HTTP proxy between a client and the API server or AWS that records every request, and fails as a test tells it to:
/// it refuses connections, or answers, hangs, or breaks off as its <see cref="Fault"/>s say. Without faults it passes everything on, streams included.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    // Outside of the range that outgoing connections take their ports from: nobody gets ours while we refuse connections.
    private const int FirstPort = 12000;
    private const int LastPort = 19999;
    private const int Attempts = 50;

    private readonly Lock gate = new();
    private readonly List<PlannedFault> faults = [];
    private readonly List<ProxiedRequest> requests = [];
    private readonly Forwarder forwarder;
    private readonly X509Certificate2? certificate;
    private int port;
    private WebApplication? listener;

    private FaultProxy(Uri upstream, X509Certificate2? certificate, X509Certificate2? authority)
    {
        forwarder = new Forwarder(upstream, authority);
        this.certificate = certificate;
    }

    /// <summary>The address that clients use instead of the other side's.</summary>
    public Uri Address => new($"{(certificate is null ? "http" : "https")}://127.0.0.1:{port}");

    /// <summary>Every request so far, in order of arrival, those that met a fault included.</summary>
    public IReadOnlyList<ProxiedRequest> Requests
    {
        get { lock (gate) return [.. requests]; }
    }

    /// <summary>Starts a proxy on a free port of the loopback interface.</summary>
    /// <param name="upstream">The other side.</param>
    /// <param name="certificate">With it the proxy speaks TLS to its clients.</param>
    /// <param name="authority">Who must have signed the other side's certificate; the system's authorities when null.</param>
    public static async Task<FaultProxy> StartAsync(Uri upstream, X509Certificate2? certificate = null, X509Certificate2? authority = null)
    {
        var proxy = new FaultProxy(upstream, certificate, authority);
        for (var attempt = 1; ; attempt++)
        {
            proxy.port = Random.Shared.Next(FirstPort, LastPort + 1);
            try
            {
                await proxy.AcceptConnectionsAsync();
                return proxy;
            }
            catch (IOException e) when (attempt < Attempts && e.InnerException is AddressInUseException or SocketException)
            {
            }
        }
    }

    /// <summary>Plans a fault for requests from now on. Of several that fit a request, the one planned first counts.</summary>
    /// <param name="fault">What happens.</param>
    /// <param name="times">To how many requests; to all of them when null.</param>
    /// <param name="match">To which requests; to any when null.</param>
    public void Inject(Fault fault, int? times = null, Func<ProxiedRequest, bool>? match = null)
    {
        lock (gate) faults.Add(new PlannedFault(fault, match ?? (_ => true), times));
    }

    /// <summary>Drops the planned faults. Requests that hang already go on hanging until their client gives up.</summary>
    public void ClearFaults()
    {
        lock (gate) faults.Clear();
    }

    /// <summary>Forgets the requests so far.</summary>
    public void ClearRequests()
    {
        lock (gate) requests.Clear();
    }

    /// <summary>Closes the port and breaks every connection: the other side is down, as clients see it.</summary>
    public async Task RefuseConnectionsAsync()
    {
        if (Interlocked.Exchange(ref listener, null) is not { } open) return;
        await open.StopAsync(new CancellationToken(canceled: true));
        await open.DisposeAsync();
    }

    /// <summary>Opens the port again, after <see cref="RefuseConnectionsAsync"/>.</summary>
    public async Task AcceptConnectionsAsync()
    {
        if (listener is not null) return;
        var created = CreateListener();
        try
        {
            await created.StartAsync();
            listener = created;
        }
        catch (IOException)
        {
            await created.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await RefuseConnectionsAsync();
        forwarder.Dispose();
    }

    private WebApplication CreateListener()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        var created = builder.Build();
        created.Run(HandleAsync);
        return created;
    }

    private void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MinResponseDataRate = null;
        options.Limits.MaxRequestBodySize = null;
        options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (certificate is not null) listen.UseHttps(certificate);
        });
    }

    private async Task HandleAsync(HttpContext context)
    {
        var request = await ReceivedRequest.ReadAsync(context);
        try
        {
            await MeetAsync(Record(request.Description), request, context);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // What the other side does to us we do to the client: it goes away.
            context.Abort();
        }
    }

    private async Task MeetAsync(Fault? fault, ReceivedRequest request, HttpContext context)
    {
        switch (fault)
        {
            case Fault.Answer answer:
                await AnswerAsync(context.Response, answer);
                break;
            case Fault.Hang:
                await HangAsync(context);
                break;
            case Fault.LoseAnswer:
                await forwarder.DiscardAsync(request, context.RequestAborted);
                await HangAsync(context);
                break;
            case Fault.CutAfter cut:
                await forwarder.ForwardAsync(request, context, cut.Bytes);
                break;
            default:
                await forwarder.ForwardAsync(request, context, long.MaxValue);
                break;
        }
    }

    private Fault? Record(ProxiedRequest request)
    {
        lock (gate)
        {
            requests.Add(request);
            return faults.FirstOrDefault(f => f.Takes(request))?.Fault;
        }
    }

    private static Task AnswerAsync(HttpResponse response, Fault.Answer answer)
    {
        response.StatusCode = (int)answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.RetryAfter is { } after) response.Headers.RetryAfter = $"{after.TotalSeconds:F0}";
        return response.WriteAsync(answer.Body);
    }

    private static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private sealed class PlannedFault(Fault fault, Func<ProxiedRequest, bool> match, int? times)
    {
        private int? left = times;

        public Fault Fault => fault;

        public bool Takes(ProxiedRequest request)
        {
            if (left is 0 || !match(request)) return false;
            left--;
            return true;
        }
    }
}
