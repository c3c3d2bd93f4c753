using DirectRoute.Core.Collections;
using DirectRoute.Core.Policies.Evaluation;

namespace DirectRoute.Local.DataPlane.Access;

/// <summary>Reads the resource policies of REST APIs.</summary>
internal static class ResourcePolicies
{
    private const string Name = "the API's resource policy";
    private const string Short = "execute-api:/";

    /// <summary>The policy of an API that has none: it neither allows nor denies.</summary>
    public static IamPolicy Silent { get; } = new(Name, [], null);

    /// <summary>The policy; null when the API has none. One that cannot be read allows nothing.</summary>
    /// <param name="document">Its JSON.</param>
    /// <param name="apiArn">The API's ARN, which resources such as <c>execute-api:/prod/GET/orders</c> leave out.</param>
    public static IamPolicy? Of(string? document, string apiArn)
    {
        if (string.IsNullOrEmpty(document)) return null;
        var policy = IamPolicy.Parse(Name, document);
        return policy with { Statements = policy.Statements.Select(s => Whole(s, apiArn)).ToValueList() };
    }

    private static IamStatement Whole(IamStatement statement, string apiArn) => statement.Resources is not { } resources
        ? statement
        : statement with { Resources = resources with { Patterns = resources.Patterns.Select(p => Whole(p, apiArn)).ToValueList() } };

    private static PolicyText Whole(PolicyText text, string apiArn)
    {
        if (!text.Source.StartsWith(Short, StringComparison.Ordinal)) return text;
        var whole = $"{apiArn}/{text.Source[Short.Length..]}";
        return text.Parts.Count == 0 ? PolicyText.Plain(whole) : PolicyText.Parse(whole);
    }
}
