using System.Collections;
using System.Reflection;
using System.Text.Json;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.OpenApi;

/// <summary>The properties are worth what the generator is worth: it varies every field, so one that the model gains is missed here first.</summary>
public sealed class RandomApiTests
{
    private const int Samples = 400;

    [Fact]
    public void Next_ManySeeds_VariesEveryPropertyOfEveryRecord()
    {
        var seen = Seen();

        var constant = Records(typeof(ApiModel)).SelectMany(PropertiesOf).Where(p => !seen.TryGetValue(p, out var values) || values.Count < 2);

        Assert.Empty(constant.Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
    }

    [Fact]
    public void Next_ManySeeds_UsesEveryValueOfEveryEnumeration()
    {
        var seen = Seen();

        foreach (var property in seen.Keys)
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (type.IsEnum) Assert.Superset(Enum.GetValues(type).Cast<object>().Select(v => JsonSerializer.Serialize(v)).ToHashSet(), seen[property]);
        }
    }

    private static Dictionary<PropertyInfo, HashSet<string>> Seen()
    {
        var seen = new Dictionary<PropertyInfo, HashSet<string>>();
        for (var seed = 0; seed < Samples; seed++) Collect(new RandomApi(seed).Next(), seen);
        return seen;
    }

    private static void Collect(object? value, Dictionary<PropertyInfo, HashSet<string>> seen)
    {
        if (value is null or string) return;
        if (IsRecord(value.GetType()))
        {
            foreach (var property in PropertiesOf(value.GetType()))
            {
                var content = property.GetValue(value);
                if (!seen.TryGetValue(property, out var values)) seen[property] = values = [];
                values.Add(JsonSerializer.Serialize(content));
                Collect(content, seen);
            }
        }
        else if (value is IEnumerable items)
        {
            foreach (var item in items) Collect(item.GetType().IsGenericType && item.GetType().GetProperty("Value") is { } of ? of.GetValue(item) : item, seen);
        }
    }

    /// <summary>The record types that a type is made of, itself included.</summary>
    private static HashSet<Type> Records(Type type)
    {
        var found = new HashSet<Type>();
        Find(type);
        return found;

        void Find(Type of)
        {
            if (IsRecord(of) && found.Add(of)) foreach (var property in PropertiesOf(of)) Find(property.PropertyType);
            foreach (var argument in of.GetGenericArguments()) Find(argument);
        }
    }

    private static bool IsRecord(Type type) => type.Namespace == typeof(ApiModel).Namespace && type.IsClass;

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);
}
