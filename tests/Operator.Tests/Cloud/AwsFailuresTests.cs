using System.Net;
using Amazon.Runtime;
using DirectRoute.Core.Failures;
using DirectRoute.Operator.Cloud;

namespace DirectRoute.Operator.Tests.Cloud;

public sealed class AwsFailuresTests
{
    [Theory]
    [InlineData("NoSuchEntity", 404, "Policy arn:aws:iam::123456789012:policy/x does not exist or is not attachable.", FailureKind.Invalid, FailureReasons.Rejected)]
    [InlineData("NoSuchEntity", 404, "The role with name x cannot be found.", FailureKind.Transient, FailureReasons.ChangedUnderUs)]
    [InlineData("TooManyRequestsException", 429, "Too Many Requests", FailureKind.Transient, FailureReasons.Throttled)]
    [InlineData("LimitExceededException", 429, "Maximum number of APIs for this account has been reached.", FailureKind.Waiting, FailureReasons.QuotaExceeded)]
    [InlineData("ConflictException", 409, "Unable to complete operation due to concurrent modification.", FailureKind.Transient, FailureReasons.ChangedUnderUs)]
    [InlineData("BadRequestException", 400, "Role ARN specified in the request cannot be assumed", FailureKind.Transient, FailureReasons.RolePropagating)]
    [InlineData("BadRequestException", 400, "Invalid mapping expression specified", FailureKind.Invalid, FailureReasons.Rejected)]
    [InlineData("InvalidClientTokenId", 403, "The security token included in the request is invalid.", FailureKind.Denied, FailureReasons.CredentialsInvalid)]
    [InlineData("InternalFailure", 500, "oops", FailureKind.Transient, FailureReasons.AwsError)]
    public void Of_AnswerOfAws_IsClassified(string code, int status, string message, FailureKind kind, string reason)
    {
        var failure = AwsFailures.Of(Answer(code, status, message), "SomeOperation", "default", DateTimeOffset.UnixEpoch);

        Assert.Equal((kind, reason), (failure?.Kind, failure?.Reason));
    }

    [Fact]
    public void Of_AccessDenied_NamesTheMissingPermission()
    {
        const string Message = "User: arn:aws:iam::123456789012:user/op is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::123456789012:role/x because no policy allows it";

        var failure = AwsFailures.Of(Answer("AccessDenied", 403, Message), "CreateRole", "default", DateTimeOffset.UnixEpoch);

        Assert.Equal(FailureKind.Denied, failure?.Kind);
        Assert.Contains("iam:CreateRole on arn:aws:iam::123456789012:role/x", failure?.Message, StringComparison.Ordinal);
    }

    private static AmazonServiceException Answer(string code, int status, string message) => new(message) { ErrorCode = code, StatusCode = (HttpStatusCode)status };
}
