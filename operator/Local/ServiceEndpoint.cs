namespace DirectRoute.Local;

/// <summary>Where services of AWS are called: nowhere, an emulator, or AWS itself.</summary>
public abstract record ServiceEndpoint
{
    private ServiceEndpoint()
    {
    }

    /// <summary>Nowhere: a request that needs a service is answered 504, and says what to do.</summary>
    public static ServiceEndpoint None { get; } = new Nowhere();

    /// <summary>AWS's own endpoints.</summary>
    public static ServiceEndpoint Aws { get; } = new RealAws();

    /// <summary>One address for all services, such as an emulator's <c>http://localhost:5000</c>.</summary>
    public static ServiceEndpoint At(Uri url) => new Emulator(url);

    /// <summary>No service is called.</summary>
    public sealed record Nowhere : ServiceEndpoint;

    /// <summary>Each service is called at its own endpoint of AWS.</summary>
    public sealed record RealAws : ServiceEndpoint;

    /// <summary>All services are called at one address.</summary>
    /// <param name="Url">With <c>http</c> or <c>https</c>; a path is put before those of the calls.</param>
    public sealed record Emulator(Uri Url) : ServiceEndpoint;
}
