using System.Text.RegularExpressions;
using DirectRoute.Core.Policies;

namespace DirectRoute.Core.Planning;

public static partial class Equivalence
{
    /// <summary>
    /// A resource policy with its API's own ARN as <c>execute-api:/...</c>, the form in which it is usually written: AWS puts the account and the id of
    /// the API in its place.
    /// </summary>
    /// <param name="policy">JSON, or null.</param>
    /// <param name="apiId">The API's id.</param>
    public static string? WithoutOwnArn(string? policy, string apiId) =>
        policy is null ? null : Regex.Replace(policy, $"arn:[^:\"]*:execute-api:[^:\"]*:[^:\"]*:{Regex.Escape(apiId)}/", "execute-api:/");

    /// <summary>The document of its meaning. An empty one is none.</summary>
    private static string? NormalizePolicy(string? policy) =>
        string.IsNullOrEmpty(policy) ? null : PolicyDocument.Write(CanonicalPolicy.Of(PolicyDocument.Parse(policy)));
}
