using System.Collections.Frozen;
using DirectRoute.Core.Catalogue;

namespace DirectRoute.Local.Services.FirstClass;

/// <summary>A parameter of a first-class integration.</summary>
/// <param name="Name">The integration's name of it, such as <c>StateMachineArn</c>.</param>
/// <param name="OnTheWire">The service's name of it, such as <c>stateMachineArn</c>.</param>
/// <param name="Shape">What the service takes.</param>
/// <param name="IsRequired">Whether AWS makes no call without it.</param>
internal sealed record FirstClassParameter(string Name, string OnTheWire, Shape Shape, bool IsRequired);

/// <summary>One of AWS's first-class integrations, as the catalogue of actions has it.</summary>
/// <param name="Entry">The action.</param>
/// <param name="Parameters">All that the integration takes, but <c>Region</c>.</param>
internal sealed record FirstClassAction(ActionEntry Entry, IReadOnlyList<FirstClassParameter> Parameters)
{
    /// <summary>What the resource of an action gives and the service does not insist on: events go to the default bus.</summary>
    private const string Optional = "EventBusName";

    private static readonly FrozenDictionary<string, FirstClassAction> BySubtype =
        ActionCatalogue.All.Where(a => a.Http is not null).Select(Of).ToFrozenDictionary(a => a.Entry.Http!.Subtype, StringComparer.Ordinal);

    /// <summary>All of them, by subtype.</summary>
    public static IEnumerable<string> Subtypes => BySubtype.Keys;

    /// <summary>The action of a subtype such as <c>SQS-SendMessage</c>; null when there is none.</summary>
    public static FirstClassAction? Find(string subtype) => BySubtype.GetValueOrDefault(subtype);

    private static FirstClassAction Of(ActionEntry entry) => new(entry,
    [
        .. entry.Given.Keys.Select(k => new FirstClassParameter(HttpCall.NameOf(k), k, new TextShape(), k != Optional)),
        .. entry.Parameters.Where(p => entry.Http!.Parameters.Contains(p.Name))
            .Select(p => new FirstClassParameter(HttpCall.NameOf(p.Name), entry.Rest.Protocol == RestProtocol.Rest ? p.OnTheWire : p.Name, p.Shape, p.Required)),
    ]);
}
