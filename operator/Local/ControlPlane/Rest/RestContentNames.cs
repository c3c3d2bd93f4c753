using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>What the shared model calls parts of a content, where AWS has ids.</summary>
internal static class RestContentNames
{
    /// <summary>A request validator's name; its id when another has the same name, for AWS does not ask that names differ.</summary>
    public static string NameOf(this RestContent content, RestRequestValidator validator) =>
        content.RequestValidators.Values.Count(v => v.Name == validator.Name) == 1 ? validator.Name! : validator.Id!;
}
