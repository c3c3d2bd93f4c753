using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>What the resource gives of a call.</summary>
internal static class GivenParameters
{
    /// <summary>The parameters by name; those of another account are named more fully where the service wants it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(ActionTarget target, AccountFacts account)
    {
        var entry = target.Entry;
        var given = target.IsForeign(account) && entry.Given.Count > 0 && entry.Resource.GivenAcrossAccounts.Count > 0 ? entry.Resource.GivenAcrossAccounts : entry.Given;
        foreach (var (name, text) in given) yield return KeyValuePair.Create(name, target.Fill(text));
    }

    /// <summary>The same as values.</summary>
    public static IEnumerable<MemberValue> Members(ActionTarget target, AccountFacts account) =>
        Of(target, account).Select(g => new MemberValue(g.Key, new TextValue(Expression.Of(g.Value))));
}
