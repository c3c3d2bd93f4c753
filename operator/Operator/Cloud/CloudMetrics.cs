using System.Diagnostics.Metrics;

namespace DirectRoute.Operator.Cloud;

/// <summary>Counts calls to AWS. Labels name services, operations and outcomes: nothing of an account.</summary>
internal sealed class CloudMetrics
{
    /// <summary>The name of the operator's meter.</summary>
    public const string MeterName = "DirectRoute.Operator";

    private readonly Counter<long> calls;
    private readonly Histogram<double> waits;

    public CloudMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        calls = meter.CreateCounter<long>("directroute.aws.calls", "{call}", "Calls to AWS, by service, operation and outcome.");
        waits = meter.CreateHistogram<double>("directroute.aws.budget.wait", "s", "How long calls waited for the account's budget.");
    }

    /// <summary>Counts a call.</summary>
    /// <param name="service">One of <see cref="AwsService"/>.</param>
    /// <param name="operation">AWS's name of it.</param>
    /// <param name="outcome"><c>Success</c>, or the failure's reason.</param>
    public void Called(string service, string operation, string outcome) =>
        calls.Add(1, new("service", service), new("operation", operation), new("outcome", outcome));

    public void Waited(string service, TimeSpan wait) => waits.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("service", service));
}
