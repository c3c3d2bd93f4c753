using System.ComponentModel;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using DirectRoute.Aws.Protocol.Endpoints;

namespace DirectRoute.Aws.Protocol;

/// <summary>What the configurations of the service clients share. Code outside <c>operator/Aws</c> uses the derived types, never this one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceConfig : ClientConfig
{
    private static readonly IDefaultConfigurationProvider Defaults = new DefaultConfigurationProvider(ServiceDefaults.All);

    private readonly ServiceIdentity service;

    private protected ServiceConfig(ServiceIdentity service, IEndpointProvider endpoints) : base(Defaults)
    {
        this.service = service;
        ServiceId = service.Id;
        AuthenticationServiceName = service.SigningName;
        EndpointProvider = endpoints;
        UserAgent = InternalSDKUtils.BuildUserAgentString(service.Id, "4.0.0");
        Metadata = new ServiceMetadata(service.Id);
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => service.EndpointPrefix;

    /// <inheritdoc/>
    public override string ServiceVersion => service.Version;

    /// <inheritdoc/>
    public override string UserAgent { get; }

    internal IServiceMetadata Metadata { get; }

    /// <summary>The clock of time-outs, of waits before a retry and of the dates in <c>Retry-After</c>.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return EndpointProvider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters.AlternateEndpoint?.SystemName));
    }

    private sealed class ServiceMetadata(string id) : IServiceMetadata
    {
        public string ServiceId => id;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
