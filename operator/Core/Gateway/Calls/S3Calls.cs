using System.Collections.Frozen;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Calls;

/// <summary>
/// What calls of S3 need. IAM's actions differ from those of the API, and it is method, path and sub-resource that tell them: more than the catalogue's
/// entries say, and what they say is the same.
/// </summary>
internal static class S3Calls
{
    /// <summary>The service's name, in URIs and for IAM.</summary>
    public const string Service = "s3";

    /// <summary>The sub-resources that have actions of their own, by what is in the names of these.</summary>
    private static readonly FrozenDictionary<string, string> SubResources =
        new Dictionary<string, string> { ["acl"] = "Acl", ["tagging"] = "Tagging", ["retention"] = "Retention", ["legal-hold"] = "LegalHold" }.ToFrozenDictionary(StringComparer.Ordinal);

    public static CallNeeds Needs(ServiceCall call)
    {
        var path = Uri.UnescapeDataString(call.Path.TrimStart('/'));
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var bucket = slash < 0 ? path : path[..slash];
        var key = slash < 0 ? "" : path[(slash + 1)..];
        var arn = $"arn:{call.Place.Partition}:s3:::{bucket}";
        var actions = bucket.Length == 0 ? [] : key.Length == 0 ? OfBucket(call) : OfObject(call);
        return actions.Count == 0
            ? new([], $"{call.Method} {call.Path} of S3 is none of the calls that are known")
            : new(actions.Select(a => new CallPermission($"s3:{a}", key.Length == 0 ? arn : $"{arn}/{key}")).ToValueList());
    }

    private static ValueList<string> OfBucket(ServiceCall call) => (call.Method, call.Arguments.Fields) switch
    {
        ("GET", var query) when query.Contains("versions") => ["ListBucketVersions"],
        ("GET", var query) when query.Contains("uploads") => ["ListBucketMultipartUploads"],
        ("GET", var query) when query.Contains("location") => ["GetBucketLocation"],
        ("GET", var query) when query.Count == 0 || query.All(q => IsOfListing(q.Name)) => ["ListBucket"],
        ("HEAD", _) => ["ListBucket"],
        _ => [],
    };

    private static bool IsOfListing(string name) => name is "list-type" or "prefix" or "delimiter" or "marker" or "max-keys" or "encoding-type" or "continuation-token" or "start-after" or "fetch-owner";

    private static ValueList<string> OfObject(ServiceCall call)
    {
        var (query, headers) = (call.Arguments.Fields, call.Arguments.Headers);
        var sub = SubResources.FirstOrDefault(s => query.Contains(s.Key)).Value ?? "";
        var version = query.Contains("versionId") ? "Version" : "";
        return (call.Method, sub) switch
        {
            _ when query.Contains("uploads") || query.Contains("uploadId") => OfUpload(call.Method),
            ("GET" or "HEAD", _) => [$"GetObject{version}{sub}"],
            ("PUT", "") => headers.Contains("x-amz-tagging") ? ["PutObject", "PutObjectTagging"] : ["PutObject"],
            ("PUT", _) => [$"PutObject{version}{sub}"],
            ("DELETE", "" or "Tagging") => [$"DeleteObject{version}{sub}"],
            _ => [],
        };
    }

    /// <summary>Parts of an object are parts of the right to write it.</summary>
    private static ValueList<string> OfUpload(string method) => method switch
    {
        "GET" => ["ListMultipartUploadParts"],
        "DELETE" => ["AbortMultipartUpload"],
        _ => ["PutObject"],
    };
}
