using System.Globalization;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>Flattens values into the fields of the query protocol: <c>MessageAttributes.entry.1.Value.DataType</c>.</summary>
internal static class FormFields
{
    /// <summary>The fields of a call, without its action and version.</summary>
    public static IEnumerable<FormField> Of(ActionTarget target, List<ParameterValue> parameters, RouteScope route)
    {
        foreach (var (name, text) in GivenParameters.Of(target, route.Api.Account)) yield return new FormField(name, new TextValue(Expression.Of(text)), null);
        foreach (var parameter in parameters)
        {
            foreach (var field in Flatten(parameter.Entry.OnTheWire, parameter.Entry.Shape, parameter.Value, parameter.Condition)) yield return field;
        }
    }

    private static IEnumerable<FormField> Flatten(string name, Shape shape, ValueNode value, Source? condition) => (shape, value) switch
    {
        (RecursiveShape recursive, _) => Flatten(name, recursive.Of(), value, condition),
        (MapShape map, ObjectValue entries) => entries.Members.SelectMany((m, i) => Entry(Numbered(name, map.IsFlat ? null : "entry", i), m, map)),
        (StructShape structure, ObjectValue members) => members.Members.SelectMany(m => Member(name, m, structure)),
        (ListShape list, ListValue items) => items.Items.SelectMany((item, i) => Flatten(Numbered(name, list.IsFlat ? null : "member", i), list.Item, item, null)),
        _ => [new FormField(name, value, condition)],
    };

    private static IEnumerable<FormField> Entry(string name, MemberValue entry, MapShape map) =>
        Flatten($"{name}.Value", map.Value, entry.Value, null).Prepend(new FormField($"{name}.Name", new TextValue(Expression.Of(entry.Name)), null));

    private static IEnumerable<FormField> Member(string name, MemberValue member, StructShape structure)
    {
        var entry = structure.Members.First(m => m.Name == member.Name);
        return Flatten($"{name}.{entry.OnTheWire}", entry.Shape, member.Value, null);
    }

    private static string Numbered(string name, string? word, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}{(word is null ? "" : $".{word}")}.{index + 1}");
}
