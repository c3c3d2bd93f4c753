using System.Text.RegularExpressions;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Which ARNs an action works on.</summary>
/// <param name="Service">The ARN's service.</param>
/// <param name="What">A word for people, such as <c>queue</c>.</param>
/// <param name="Form">How the ARN looks, for messages.</param>
/// <param name="Pattern">The whole resource part; its named groups are what texts of the entry may hold.</param>
public sealed record ResourceEntry(string Service, string What, string Form, Regex Pattern)
{
    /// <summary>A resource whose part after the account matches a pattern.</summary>
    public ResourceEntry(string service, string what, string form, string pattern)
        : this(service, what, form, new Regex($@"\A{pattern}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture))
    {
    }

    /// <summary>What must be true before a resource of another account works, for a warning.</summary>
    public required string CrossAccountAdvice { get; init; }

    /// <summary>What is given instead when the resource is of another account; empty for the same.</summary>
    public ValueMap<string> GivenAcrossAccounts { get; init; }

    /// <summary>Whether the ARN names no region and no account, as a bucket's.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether a star may end the resource; a parameter then says which one is meant.</summary>
    public bool MayEndInStar { get; init; }
}
