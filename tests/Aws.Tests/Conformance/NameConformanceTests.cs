using System.Reflection;
using Amazon.Runtime;

namespace DirectRoute.Aws.Tests.Conformance;

/// <summary>The names that callers compile against, compared with the service models and the official packages.</summary>
public sealed class NameConformanceTests
{
    public static TheoryData<string> Services => [.. Service.Names];

    [Theory]
    [MemberData(nameof(Services))]
    public void Assembly_IsNamedAsTheOfficialPackage(string name) =>
        Assert.Equal($"AWSSDK.{name}", Service.Of(name).Assembly.GetName().Name);

    [Theory]
    [MemberData(nameof(Services))]
    public void Operations_AreThoseOfTheFacts(string name)
    {
        var service = Service.Of(name);

        Assert.Equal(service.Facts.Operations.Select(operation => operation.Name).Order(), Service.OperationsOf(service.Interface).Order());
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Operations_TakeARequestAndACancellation_AndAreVirtual(string name)
    {
        var service = Service.Of(name);
        using var client = service.Client("http://localhost");

        foreach (var operation in service.Facts.Operations)
        {
            var method = client.GetType().GetMethod($"{operation.Name}Async")!;
            Assert.True(method.IsVirtual && !method.IsFinal, method.Name);
            Assert.Equal([service.Model($"{operation.Name}Request"), typeof(CancellationToken)], method.GetParameters().Select(p => p.ParameterType));
            Assert.True(method.GetParameters()[1].HasDefaultValue);
            Assert.Equal(typeof(Task<>).MakeGenericType(service.Model($"{operation.Name}Response")), method.ReturnType);
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Members_AreThoseOfTheFacts(string name)
    {
        var service = Service.Of(name);
        foreach (var operation in service.Facts.Operations)
        {
            AssertMembers(service, service.Model($"{operation.Name}Request"), operation.Request);
            AssertMembers(service, service.Model($"{operation.Name}Response"), operation.Response);
        }

        foreach (var (structure, members) in service.Facts.Structures) AssertMembers(service, service.Model(structure), members);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Enumerations_HaveTheValuesOfTheFacts(string name)
    {
        var service = Service.Of(name);
        foreach (var (enumeration, values) in service.Facts.Enumerations)
        {
            var fields = service.Type(enumeration).GetFields(BindingFlags.Public | BindingFlags.Static);
            Assert.Equal(values.Order(), fields.Select(field => ((ConstantClass)field.GetValue(null)!).Value).Order());
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Exceptions_HaveTheConstructorsOfTheOfficialOnes(string name)
    {
        var service = Service.Of(name);
        foreach (var error in service.Facts.Errors)
        {
            var type = service.Model(error.Exception);
            Assert.True(type.BaseType!.BaseType == typeof(AmazonServiceException), type.Name);
            Assert.Equal(service.Interface.Namespace, type.BaseType.Namespace);
            Assert.Equal([0, 1, 1, 2, 5, 6], type.GetConstructors().Select(constructor => constructor.GetParameters().Length).Order());
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Client_HasTheConstructorsOfTheOfficialOne(string name)
    {
        var service = Service.Of(name);
        using var client = service.Client("http://localhost");
        var config = service.Type(service.Interface.Name[1..] + "Config");
        Type[] own = [typeof(string), typeof(string)], session = [.. own, typeof(string)], given = [typeof(AWSCredentials)];
        Type[][] heads = [[], given, own, session];
        var expected = heads.SelectMany(head => new Type[][] { head, [.. head, typeof(Amazon.RegionEndpoint)], [.. head, config] });

        Assert.Equal(expected.Select(Describe).Order(), client.GetType().GetConstructors().Select(c => Describe(c.GetParameters().Select(p => p.ParameterType))).Order());
    }

    private static string Describe(IEnumerable<Type> types) => string.Join(", ", types.Select(type => type.Name));

    private static void AssertMembers(Service service, Type type, IReadOnlyList<MemberFact> members)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        Assert.Equal(members.Select(member => member.Name).Order(), properties.Select(property => property.Name).Order());
        foreach (var member in members) Assert.Equal(TypeName(member.Type), TypeName(properties.Single(p => p.Name == member.Name).PropertyType));
    }

    private static string TypeName(string type) => type switch
    {
        "integer" => "Int32?",
        "long" => "Int64?",
        "double" => "Double?",
        "boolean" => "Boolean?",
        "timestamp" => "DateTime?",
        "string" => "String",
        "blob" => "MemoryStream",
        _ when type.StartsWith("list(", StringComparison.Ordinal) => $"List<{Element(type[5..^1])}>",
        _ when type.StartsWith("map(", StringComparison.Ordinal) => $"Dictionary<String, {Element(type[4..^1])}>",
        _ when type.StartsWith("enum(", StringComparison.Ordinal) => type[5..^1],
        _ => type,
    };

    // In collections the official packages have plain values, and strings for enumerations.
    private static string Element(string type) => type.StartsWith("enum(", StringComparison.Ordinal) ? "String" : TypeName(type).TrimEnd('?');

    private static string TypeName(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return value.Name + "?";
        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>"
            : type.Name;
    }
}
