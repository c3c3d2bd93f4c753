using DirectRoute.Local.ControlPlane;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Forwarding;
using DirectRoute.Local.Hosting;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Publishing;
using DirectRoute.Local.Roles;
using DirectRoute.Local.Services;
using DirectRoute.Local.State;
using DirectRoute.Local.Sts;
using DirectRoute.Local.Ui;
using DirectRoute.Local.Ui.Recording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Local;

/// <summary>API Gateway in one process: whatever configures AWS's control plane configures this one, and what it deploys is served.</summary>
public sealed class LocalGateway : IAsyncDisposable
{
    /// <summary>How long requests that are on their way hold up the end; then they are cut off.</summary>
    private static readonly TimeSpan MaxShutdown = TimeSpan.FromSeconds(1);

    private readonly WebApplication app;
    private readonly Publisher publisher;
    private readonly RoleServices roles;
    private readonly IDisposable[] clients;

    private LocalGateway(WebApplication app, Uri address, Publisher publisher, RoleServices roles, params IDisposable[] clients) =>
        (this.app, Address, this.publisher, this.roles, this.clients) = (app, address, publisher, roles, clients);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Where the page is; null without <see cref="LocalOptions.Ui"/>.</summary>
    public Uri? UiAddress { get; private init; }

    /// <summary>Starts a gateway without any API.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalGateway> StartAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => ServerLimits.Set(kestrel, options));
        builder.Services.AddSingleton(options.LoggerFactory).AddLogging();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = MaxShutdown);
        var app = builder.Build();
        var accounts = new AccountStates(options);
        var backends = new Backends(options);
        var functions = new FunctionInvoker(options, backends);
        var forwarder = new Forwarder(options, new SessionWatch(accounts), service =>
        {
            if (service == "iam") backends.Roles.Forget();
            if (service == "lambda") functions.ForgetPolicies();
        });
        var log = options.Ui ? new ExchangeLog() : null;
        var ui = log is null ? null : new UiService(accounts, log, options.Clock, app.Lifetime.ApplicationStopping);
        var observed = log is null ? options : options with { Observers = [.. options.Observers, log] };
        var dataPlane = new DataPlaneService(accounts, backends, functions, observed);
        var failures = new RequestFailures(options.LoggerFactory.CreateLogger<RequestFailures>());
        var dispatcher = new Dispatcher(new ControlPlaneService(accounts, backends, options), new StsService(accounts), dataPlane, forwarder, ui, failures);
        app.Run(dispatcher.HandleAsync);
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new LocalGateway(app, new Uri(address), new Publisher(accounts, options.AccountId), backends.Roles, dataPlane, functions, backends, forwarder)
        {
            UiAddress = ui is null ? null : UiAddressOf(new Uri(address)),
        };
    }

    /// <summary>
    /// Serves what manifests declare, in the account of the options, in place of what was published before. APIs that are not in the set any more go;
    /// those that clients of the control plane made stay.
    /// </summary>
    /// <returns>What became of each API, in the order of the set.</returns>
    public IReadOnlyList<PublishResult> Publish(PublishedSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        roles.Give(set.Roles);
        return publisher.Publish(set);
    }

    // Browsers take localhost for a secure place and for the name of this machine alone.
    private static Uri UiAddressOf(Uri address) => new UriBuilder(address) { Host = "localhost", Path = UiService.Root }.Uri;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync().ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
        foreach (var client in clients) client.Dispose();
    }
}
