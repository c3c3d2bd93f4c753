using DirectRoute.Local.Clocks;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.DataPlane.AccessLogs;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Publishing;
using DirectRoute.Local.Quotas;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DirectRoute.Local;

/// <summary>What a local gateway is to be like.</summary>
public sealed record LocalOptions
{
    /// <summary>The port on the loopback interface; 0 takes a free one. Default: 4599.</summary>
    public int Port { get; init; } = 4599;

    /// <summary>The account of callers whose credentials say no other: twelve digits.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>
    /// Whether calls of the control plane, and of each account's deployed APIs, are counted as AWS counts them, and those beyond its quotas refused. Limits that a
    /// stage or a usage plan sets hold in any case.
    /// </summary>
    public bool EnforcesQuotas { get; init; }

    /// <summary>Failures to be made on purpose.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>The clock; a <see cref="SimulatedClock"/> makes quotas bearable for tests and benchmarks.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where services of AWS are called. Default: nowhere, so that nothing reaches AWS unless somebody says so.</summary>
    public ServiceEndpoint Endpoint { get; init; } = ServiceEndpoint.None;

    /// <summary>What calls to services are signed with. Default: a pair that emulators take and AWS refuses.</summary>
    public ICredentialSource Credentials { get; init; } = new ServiceCredentials("local", "local", null);

    /// <summary>What runs Lambda functions here. The one that says most of a function counts; functions that none is for are invoked at <see cref="Endpoint"/>.</summary>
    public IReadOnlyList<LambdaTarget> LambdaTargets { get; init; } = [];

    /// <summary>Who takes the logs of functions that run here. Default: nobody.</summary>
    public IFunctionLog? FunctionLog { get; init; }

    /// <summary>Who takes the access logs of stages. Default: nobody.</summary>
    public IAccessLogSink? AccessLog { get; init; }

    /// <summary>Whether a page at <see cref="LocalGateway.UiAddress"/> shows the APIs and their requests. Default: not.</summary>
    public bool Ui { get; init; }

    /// <summary>
    /// Whether an integration's role is looked up before a service is called, and what it allows decides whether the call is made. Default: true. Without
    /// it, everything is allowed that the endpoint allows: for endpoints that have no IAM. Where no role is named, the policy of a Lambda function decides likewise.
    /// </summary>
    public bool ChecksRoles { get; init; } = true;

    /// <summary>How much of the gateway one client may take.</summary>
    public ConnectionLimits Connections { get; init; } = new();

    /// <summary>Who is told of failures of the gateway itself: an exception that a request ran into is an error, with its stack. Default: nobody.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Who is told of requests to deployed APIs.</summary>
    public IReadOnlyList<IExchangeObserver> Observers { get; init; } = [];

    /// <summary>Who is told of deployments that clients of the control plane make.</summary>
    public IReadOnlyList<IStageObserver> StageObservers { get; init; } = [];
}
