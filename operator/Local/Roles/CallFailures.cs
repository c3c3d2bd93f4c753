using System.Net;
using Amazon.Runtime;

namespace DirectRoute.Local.Roles;

/// <summary>What can go wrong with a call of IAM that is no mistake of this program.</summary>
internal static class CallFailures
{
    public static bool IsOne(Exception e) => e is AmazonServiceException or AmazonClientException or HttpRequestException or WebException or IOException or OperationCanceledException;

    /// <summary>What went wrong, with AWS's code where there is one.</summary>
    public static string Words(Exception e) => e is AmazonServiceException { ErrorCode: { Length: > 0 } code } ? $"{code}: {e.Message}" : e.Message;
}
