using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using DirectRoute.Core.Failures;

namespace DirectRoute.Operator.Cloud;

/// <summary>From what the AWS runtime throws to what the operator does about it. The one place that knows AWS's error codes.</summary>
internal static partial class AwsFailures
{
    private static readonly TimeSpan QuotaRetry = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Propagation = TimeSpan.FromSeconds(5);

    /// <summary>What IAM says of a managed policy that is not there; the code is the same as for a role that is gone.</summary>
    private const string NotAttachable = "does not exist or is not attachable";

    private static readonly HashSet<string> CredentialCodes = new(StringComparer.Ordinal)
    {
        "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "AuthFailure",
        "SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature", "IncompleteSignatureException", "RequestExpired",
        "MissingAuthenticationToken", "MissingAuthenticationTokenException", "InvalidToken", "TokenRefreshRequired", "InvalidIdentityToken",
    };

    private static readonly HashSet<string> ThrottlingCodes = new(StringComparer.Ordinal)
    {
        "TooManyRequestsException", "Throttling", "ThrottlingException", "ThrottledException", "RequestLimitExceeded", "RequestThrottled",
        "PriorRequestNotComplete", "BandwidthLimitExceeded",
    };

    private static readonly HashSet<string> DeniedCodes = new(StringComparer.Ordinal)
    {
        "AccessDenied", "AccessDeniedException", "UnauthorizedException", "UnauthorizedOperation", "NotAuthorized", "OptInRequired",
    };

    private static readonly HashSet<string> ConflictCodes = new(StringComparer.Ordinal)
    {
        "ConflictException", "EntityAlreadyExists", "EntityTemporarilyUnmodifiable", "ConcurrentModification", "DeleteConflict",
    };

    /// <summary>The failure behind an exception, or null when it is none of AWS's or the network's: a bug.</summary>
    /// <param name="exception">What a client threw.</param>
    /// <param name="operation">The operation, for the message.</param>
    /// <param name="accountName">The AwsAccount, for the message.</param>
    /// <param name="now">For a Retry-After that is a date.</param>
    public static Failure? Of(Exception exception, string operation, string accountName, DateTimeOffset now)
    {
        var chain = Chain(exception).ToList();
        if (chain.OfType<AssumeRoleException>().FirstOrDefault() is { } refused) return Assuming(refused, operation, accountName, now);
        if (chain.OfType<AmazonServiceException>().FirstOrDefault(e => (int)e.StatusCode >= 400) is { } answer) return Answered(answer, operation, accountName, RetryAfter(chain, now));
        if (chain.Exists(IsNetwork)) return Unreachable(operation, chain);
        if (chain.OfType<AmazonServiceException>().FirstOrDefault() is { } odd) return new(FailureKind.Transient, FailureReasons.AwsError, $"{operation}: {odd.Message}");
        return chain.OfType<AmazonClientException>().Any() ? Client(operation, accountName, chain) : null;
    }

    /// <summary>Whether AWS says that something is not there.</summary>
    public static bool IsNotFound(Exception exception) =>
        Chain(exception).OfType<AmazonServiceException>().Any(e => Code(e) is "NotFoundException" or "NoSuchEntity" || e.StatusCode == HttpStatusCode.NotFound);

    private static Failure Answered(AmazonServiceException e, string operation, string account, TimeSpan? retryAfter)
    {
        var code = Code(e);
        if (CredentialCodes.Contains(code)) return CredentialsInvalid(code, account);
        if (code is "LimitExceededException" or "LimitExceeded" && IsQuotaOfThings(e, retryAfter))
        {
            return new(FailureKind.Waiting, FailureReasons.QuotaExceeded, $"{operation}: {Sentence(e)} Ask AWS to raise the quota, or delete what is not needed.", QuotaRetry);
        }
        if (e.StatusCode == HttpStatusCode.TooManyRequests || ThrottlingCodes.Contains(code) || code is "LimitExceededException")
        {
            return new(FailureKind.Transient, FailureReasons.Throttled, $"{operation}: AWS asks to slow down.", retryAfter);
        }
        if (DeniedCodes.Contains(code) || e.StatusCode == HttpStatusCode.Forbidden) return Denied(e, operation, account);
        if (e.StatusCode >= HttpStatusCode.InternalServerError)
        {
            return new(FailureKind.Transient, FailureReasons.AwsError, $"{operation}: AWS answered {(int)e.StatusCode} {code}.", retryAfter);
        }
        if (e.Message.Contains(NotAttachable, StringComparison.Ordinal)) return new(FailureKind.Invalid, FailureReasons.Rejected, $"{operation}: {Sentence(e)} Correct managedPolicyArns or permissionsBoundary.");
        if (IsNotFound(e)) return new(FailureKind.Transient, FailureReasons.ChangedUnderUs, $"{operation}: {Sentence(e)} It went away meanwhile; the operator looks again.", LookAgain);
        if (ConflictCodes.Contains(code) || e.StatusCode == HttpStatusCode.Conflict)
        {
            return new(FailureKind.Transient, FailureReasons.ChangedUnderUs, $"{operation}: {Sentence(e)} The operator looks again.", retryAfter ?? LookAgain);
        }
        if (RoleIsNew().IsMatch(e.Message)) return new(FailureKind.Transient, FailureReasons.RolePropagating, $"{operation}: {Sentence(e)} A new role takes some seconds to be known everywhere.", Propagation);
        return new(FailureKind.Invalid, FailureReasons.Rejected, $"{operation}: {Sentence(e)}");
    }

    /// <summary>API Gateway names two things LimitExceeded: a rate, with Retry-After, and a number of things. IAM only the latter.</summary>
    private static bool IsQuotaOfThings(AmazonServiceException e, TimeSpan? retryAfter) =>
        e.StatusCode == HttpStatusCode.Conflict || (retryAfter is null && e.Message.Contains("maximum", StringComparison.OrdinalIgnoreCase));

    private static Failure Denied(AmazonServiceException e, string operation, string account)
    {
        var match = NotAuthorized().Match(e.Message);
        var message = match.Success
            ? $"{operation}: the operator lacks the permission {match.Groups["action"].Value} on {match.Groups["resource"].Value}: allow it to {Caller(e.Message)}, the identity of AwsAccount {account}."
            : $"{operation}: AWS refused the operator. {Sentence(e)} Check the policies of the identity of AwsAccount {account}.";
        return new(FailureKind.Denied, FailureReasons.AccessDenied, message);
    }

    private static string Caller(string message) => UserArn().Match(message) is { Success: true } user ? user.Groups["arn"].Value : "it";

    // What AWS says about a bad signature can hold the signed session token: only the code is passed on.
    private static Failure CredentialsInvalid(string code, string account) => new(
        FailureKind.Denied, FailureReasons.CredentialsInvalid,
        $"AWS does not take the credentials of AwsAccount {account} ({code}): check its credentials, or the identity of the operator's pod.");

    private static Failure Assuming(AssumeRoleException refused, string operation, string account, DateTimeOffset now)
    {
        if (refused.InnerException is not { } cause || Of(cause, "AssumeRole", account, now) is not { } failure)
        {
            return new(FailureKind.Denied, FailureReasons.CredentialsInvalid, $"{operation}: {refused.Message}");
        }
        return failure.Kind == FailureKind.Transient
            ? failure
            : new(FailureKind.Denied, FailureReasons.CredentialsInvalid, $"{refused.Message} {failure.Message} Check the role's trust policy and external id.");
    }

    private static Failure Client(string operation, string account, List<Exception> chain)
    {
        if (chain.OfType<AmazonUnmarshallingException>().Any())
        {
            return new(FailureKind.Transient, FailureReasons.AwsError, $"{operation}: AWS's answer could not be understood.");
        }
        return new(
            FailureKind.Denied, FailureReasons.CredentialsInvalid,
            $"The operator found no usable credentials for AwsAccount {account}: set spec.credentials, or give its pod an identity. {FirstLine(chain[0].Message)}");
    }

    private static Failure Unreachable(string operation, List<Exception> chain) => new(
        FailureKind.Transient, FailureReasons.Unreachable,
        chain.Exists(e => e is OperationCanceledException or TimeoutException)
            ? $"{operation}: AWS did not answer in time."
            : $"{operation}: AWS could not be reached: {FirstLine(chain[^1].Message)}");

    private static bool IsNetwork(Exception e) =>
        e is HttpRequestException or IOException or SocketException or WebException or TimeoutException or OperationCanceledException;

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var e = exception; e is not null; e = e is AggregateException { InnerExceptions: [var only] } ? only : e.InnerException) yield return e;
    }

    private static TimeSpan? RetryAfter(List<Exception> chain, DateTimeOffset now)
    {
        var response = chain.OfType<HttpErrorResponseException>().FirstOrDefault()?.Response;
        if (response is null || !response.IsHeaderPresent("Retry-After")) return null;
        if (!RetryConditionHeaderValue.TryParse(response.GetHeaderValue("Retry-After"), out var value)) return null;
        var wait = value.Delta ?? value.Date - now;
        return wait > TimeSpan.Zero ? wait : null;
    }

    // A code comes as Name, Name:url or namespace#Name.
    private static string Code(AmazonServiceException e)
    {
        var code = e.ErrorCode ?? "";
        code = code[(code.LastIndexOf('#') + 1)..];
        return code.Split(':')[0];
    }

    private static string Sentence(Exception e)
    {
        var text = FirstLine(e.Message);
        return text.EndsWith('.') ? text : $"{text}.";
    }

    private static string FirstLine(string message)
    {
        const int longest = 600;
        var line = message.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        if (end >= 0) line = line[..end];
        return line.Length > longest ? string.Create(CultureInfo.InvariantCulture, $"{line[..longest]}...") : line.ToString();
    }

    [GeneratedRegex(@"not authorized to perform: (?<action>[\w-]+:[\w*-]+)(?: on resource: (?<resource>[^\s]+))?", RegexOptions.ExplicitCapture)]
    private static partial Regex NotAuthorized();

    [GeneratedRegex(@"User: (?<arn>arn:[^\s]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex UserArn();

    [GeneratedRegex(@"Role ARN specified|cannot be assumed|Invalid principal in policy|not authorized to assume|unable to assume", RegexOptions.IgnoreCase)]
    private static partial Regex RoleIsNew();
}
