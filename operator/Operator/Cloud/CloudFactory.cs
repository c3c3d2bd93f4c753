namespace DirectRoute.Operator.Cloud;

/// <inheritdoc cref="ICloudFactory"/>
internal sealed class CloudFactory(CloudMetrics metrics, TimeProvider time, ILogger<AwsCloud> logger, CloudOptions options) : ICloudFactory, IDisposable
{
    private readonly Lock gate = new();
    private readonly RequestBudgets budgets = new(time);
    private readonly Dictionary<CloudSettings, Entry> clouds = [];

    /// <inheritdoc />
    public ICloud For(CloudSettings settings)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (!clouds.TryGetValue(settings, out var entry)) clouds[settings] = entry = Create(settings);
            entry.AskedFor = now;
            GiveUpUnused(now);
            return entry.Cloud;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (gate)
        {
            foreach (var entry in clouds.Values) entry.Clients.Dispose();
            clouds.Clear();
        }
    }

    private Entry Create(CloudSettings settings)
    {
        AwsRuntime.Prepare();
        var clients = new AwsClients(settings, options);
        var caller = new AwsCaller(settings, budgets, metrics, options, time);
        return new(clients, new AwsCloud(clients, caller, new RegionNames(settings.Region), logger));
    }

    /// <summary>Settings change (a rotated secret, an account that is gone): nobody asks for the old ones again.</summary>
    private void GiveUpUnused(DateTimeOffset now)
    {
        foreach (var (settings, entry) in clouds.Where(c => now - c.Value.AskedFor > options.ClientsUnused).ToList())
        {
            clouds.Remove(settings);
            entry.Clients.Dispose();
        }
    }

    private sealed class Entry(AwsClients clients, ICloud cloud)
    {
        public AwsClients Clients => clients;

        public ICloud Cloud => cloud;

        public DateTimeOffset AskedFor { get; set; }
    }
}

/// <summary>Puts the way to AWS into the host.</summary>
internal static class CloudServices
{
    /// <summary>Adds <see cref="ICloudFactory"/>. A <see cref="TimeProvider"/> must be there.</summary>
    public static IServiceCollection AddCloud(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<CloudMetrics>()
        .AddSingleton(new CloudOptions())
        .AddSingleton<ICloudFactory, CloudFactory>();
}
