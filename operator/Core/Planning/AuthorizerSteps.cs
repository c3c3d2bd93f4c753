using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>The calls of one protocol about authorizers.</summary>
internal sealed record AuthorizerCalls(Func<AuthorizerModel, AwsCall> Create, Func<string, AuthorizerModel, AwsCall> Update, Func<string, AwsCall> Delete)
{
    public static AuthorizerCalls Rest { get; } =
        new(a => new RestCall.CreateAuthorizer(a), (n, a) => new RestCall.UpdateAuthorizer(n, a), n => new RestCall.DeleteAuthorizer(n));

    public static AuthorizerCalls Http { get; } =
        new(a => new HttpCall.CreateAuthorizer(a), (n, a) => new HttpCall.UpdateAuthorizer(n, a), n => new HttpCall.DeleteAuthorizer(n));
}

/// <summary>Plans authorizers: there before the first route that asks them, gone after the last.</summary>
internal sealed class AuthorizerSteps(PlanBuilder plan, AuthorizerCalls calls)
{
    private const string ReplacedSuffix = "-replaced";

    /// <summary>
    /// Makes way for authorizers whose type changes, which AWS cannot change: the old one keeps serving under another name until the routes ask the
    /// new one. No route is ever without.
    /// </summary>
    /// <returns>What is there afterwards.</returns>
    public ObservedApi MakeWay(ObservedApi observed, ApiModel wanted)
    {
        var state = new ApiState(observed);
        foreach (var old in observed.Model.Authorizers.Where(a => wanted.Authorizers.Any(w => w.Name == a.Name && w.Type != a.Type)))
        {
            var renamed = old with { Name = FreeName(old.Name, state.Current!.Model, wanted) };
            var call = calls.Update(old.Name, renamed);
            plan.Update($"authorizer {old.Name}", new Differences().Field("name", old.Name, renamed.Name).ToValueList(), call);
            state.Record(call, CallResult.None);
        }
        return state.Current!;
    }

    /// <summary>Makes what is missing and changes what differs.</summary>
    public void Needed(ApiModel before, ApiModel after, ApiModel declared)
    {
        var existing = before.Authorizers.ToDictionary(a => a.Name, StringComparer.Ordinal);
        foreach (var authorizer in after.Authorizers)
        {
            var sent = declared.Authorizers.First(a => a.Name == authorizer.Name);
            if (!existing.TryGetValue(authorizer.Name, out var current)) plan.Create($"authorizer {authorizer.Name}", calls.Create(sent));
            else plan.Update($"authorizer {authorizer.Name}", new Differences().Authorizer(current, authorizer).ToValueList(), calls.Update(authorizer.Name, sent));
        }
    }

    /// <summary>Deletes what nobody asks any more.</summary>
    public void Surplus(ApiModel before, ApiModel after)
    {
        foreach (var authorizer in before.Authorizers.Where(b => after.Authorizers.All(a => a.Name != b.Name)))
        {
            plan.Delete($"authorizer {authorizer.Name}", calls.Delete(authorizer.Name));
        }
    }

    private static string FreeName(string name, ApiModel observed, ApiModel wanted)
    {
        var taken = observed.Authorizers.Concat(wanted.Authorizers).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        var free = name + ReplacedSuffix;
        while (taken.Contains(free)) free += ReplacedSuffix;
        return free;
    }
}
