using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace DirectRoute.Aws.Protocol.Pipeline;

/// <summary>
/// The standard retry policy, obeying <c>Retry-After</c>: it never retries before the time that the service names. A time further away than
/// <see cref="StandardRetryPolicy.MaxBackoffInMilliseconds"/> is not waited for: the error goes to the caller at once, who can put the work aside.
/// <see cref="IClientConfig.MaxErrorRetry"/> 0 turns retries off. The adaptive mode is served as the standard one.
/// </summary>
internal sealed class RetryAfterPolicy(IClientConfig config, TimeProvider clock) : StandardRetryPolicy(config)
{
    private const string WaitKey = "DirectRoute.RetryAfter";

    /// <summary>The part of a named wait that is added at most, so that callers told the same second do not return together.</summary>
    private const double Jitter = 0.25;

    private TimeSpan LongestWait => TimeSpan.FromMilliseconds(MaxBackoffInMilliseconds);

    public override bool IsThrottlingError(Exception exception) =>
        base.IsThrottlingError(exception) || exception is AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests };

    public override bool RetryForException(IExecutionContext executionContext, Exception exception) =>
        NoteWait(executionContext, exception) && base.RetryForException(executionContext, exception);

    public override async Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
        NoteWait(executionContext, exception) && await base.RetryForExceptionAsync(executionContext, exception).ConfigureAwait(false);

    public override Task WaitBeforeRetryAsync(IExecutionContext executionContext) =>
        Task.Delay(Wait(executionContext.RequestContext), clock, executionContext.RequestContext.CancellationToken);

    // Whether the named time, if any, is near enough to wait for.
    private bool NoteWait(IExecutionContext executionContext, Exception exception)
    {
        var asked = RetryAfter.Of(exception, clock.GetUtcNow());
        executionContext.RequestContext.ContextAttributes[WaitKey] = asked;
        return asked is null || asked <= LongestWait;
    }

    private TimeSpan Wait(IRequestContext request)
    {
        var backoff = Backoff(request.Retries);
        if (!request.ContextAttributes.TryGetValue(WaitKey, out var value) || value is not TimeSpan asked) return backoff;
        var named = asked + asked * (Random.Shared.NextDouble() * Jitter);
        return named > backoff ? named : backoff;
    }

    private TimeSpan Backoff(int retries)
    {
        var longest = Math.Min(Math.Pow(2, retries - 1), LongestWait.TotalSeconds);
        return TimeSpan.FromSeconds(Random.Shared.NextDouble() * longest);
    }
}
