using DirectRoute.Core.Failures;

namespace DirectRoute.Operator.Cloud;

/// <summary>Carries a failure from the call to the door of the cloud, where it becomes a value again.</summary>
internal sealed class AwsCallException(Failure failure, Exception? cause = null) : Exception(failure.Message, cause)
{
    public Failure Failure => failure;

    /// <summary>Whether what was called for is not there.</summary>
    public bool IsNotFound => InnerException is { } cause && AwsFailures.IsNotFound(cause);
}
