using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using DirectRoute.Kubernetes.CustomResourceDefinitions;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Tests.CustomResourceDefinitions;

public sealed class CrdProblemsTests
{
    [Theory]
    [InlineData(typeof(Undocumented), "spec.bare: Undocumented.Bare has no <summary>")]
    [InlineData(typeof(NumericEnum), "spec.level: the enum Level needs [JsonConverter(typeof(JsonStringEnumConverter<Level>))]")]
    [InlineData(typeof(Recursive), "spec.inner: Recursive contains itself")]
    [InlineData(typeof(Unsupported), "spec.how: the type System.TimeSpan has no place in a schema")]
    [InlineData(typeof(LostDefault), "spec.names: it is neither required nor nullable")]
    [InlineData(typeof(Unanchored), "spec.name: the pattern 'a+' must begin with ^ and end with $")]
    [InlineData(typeof(Lookahead), "spec.name: the pattern '^(?=a).*$' is not one that the API server's RE2 knows")]
    [InlineData(typeof(LengthOfNumber), "spec.number: only a text, a list or a map has a length")]
    [InlineData(typeof(DefaultOffPattern), "spec.name: the default \"B\" does not match ^a$")]
    [InlineData(typeof(DefaultOffEnum), "spec.name: the default \"c\" is none of [\"a\",\"b\"]")]
    [InlineData(typeof(DefaultOffRange), "spec.number: the default 11 is above the maximum 10")]
    [InlineData(typeof(DefaultTooLong), "spec.name: the default \"abc\" is longer than 2")]
    [InlineData(typeof(DefaultOfOtherType), "spec.number: [DefaultValue(one)] cannot be written as JSON of the member's type")]
    [InlineData(typeof(DefaultLacksMember), "spec.inner: the default {} lacks the required member name")]
    [InlineData(typeof(ForeignAttribute), "spec.mail: [EmailAddressAttribute] has no counterpart")]
    [InlineData(typeof(SameName), "spec.a: two members have this name")]
    public void Generate_SpecCannotBeExpressed_SaysWhereAndWhy(Type spec, string problem)
    {
        var thrown = Assert.Throws<CrdGenerationException>(() => CrdGenerator.Generate(typeof(Holder<>).MakeGenericType(spec)));

        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
        Assert.Single(thrown.Problems);
    }

    [Fact]
    public void Generate_KindAttributesAreWrong_ListsEveryOne()
    {
        var thrown = Assert.Throws<CrdGenerationException>(() => CrdGenerator.Generate(typeof(Mistaken)));

        Assert.Equal(
            [
                "rule 'self > 0': the path 'spec.nmae' does not exist: there is no 'nmae'; there are: name, tags, parts",
                "rule 'two': the message must be one line of text",
                "rule 'two': the reason 'Nope' is none of FieldValueInvalid, FieldValueForbidden, FieldValueRequired, FieldValueDuplicate",
                "rule 'three': the path 'spec.name[]' does not exist: there is no '[]' in a string",
                "[ListMap] spec.parts: the key 'optional' must be a scalar member that is required or has a default",
                "[ListMap] spec.tags: only a list of objects can have keys",
                "[ListSet] spec.parts: only a list of scalars can be a set",
                "column Url: the path 'status.url' does not exist: there is no 'url'; there are: ready",
                "column Bad: the type 'text' is none of string, integer, number, boolean, date",
                "column Bad: 'spec.name' is no JSON path such as .status.url",
            ],
            thrown.Problems);
    }

    [Fact]
    public void Generate_NoEntity_SaysWhatIsMissing()
    {
        var thrown = Assert.Throws<CrdGenerationException>(() => CrdGenerator.Generate(typeof(string)));

        Assert.Contains("[KubernetesEntity]", thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>An entity around a spec.</summary>
    [KubernetesEntity(Group = "problems.directroute.dev", ApiVersion = "v1", Kind = "Holder", PluralName = "holders")]
    private sealed record Holder<TSpec> : CustomKubernetesEntity<TSpec, Fine>
        where TSpec : class;

    /// <summary>Nothing wrong here.</summary>
    private sealed record Fine
    {
        /// <summary>Whether.</summary>
        public bool? Ready { get; init; }
    }

    /// <summary>x</summary>
    private sealed record Undocumented
    {
        public string? Bare { get; init; }
    }

    /// <summary>x</summary>
    private sealed record NumericEnum
    {
        /// <summary>x</summary>
        public Level? Level { get; init; }
    }

    /// <summary>x</summary>
    private sealed record Recursive
    {
        /// <summary>x</summary>
        public Recursive? Inner { get; init; }
    }

    /// <summary>x</summary>
    private sealed record Unsupported
    {
        /// <summary>x</summary>
        public TimeSpan? How { get; init; }
    }

    /// <summary>x</summary>
    private sealed record LostDefault
    {
        /// <summary>x</summary>
        public IReadOnlyList<string> Names { get; init; } = [];
    }

    /// <summary>x</summary>
    private sealed record Unanchored
    {
        /// <summary>x</summary>
        [RegularExpression("a+")]
        public string? Name { get; init; }
    }

    /// <summary>x</summary>
    private sealed record Lookahead
    {
        /// <summary>x</summary>
        [RegularExpression("^(?=a).*$")]
        public string? Name { get; init; }
    }

    /// <summary>x</summary>
    private sealed record LengthOfNumber
    {
        /// <summary>x</summary>
        [MaxLength(3)]
        public int? Number { get; init; }
    }

    /// <summary>x</summary>
    private sealed record DefaultOffPattern
    {
        /// <summary>x</summary>
        [RegularExpression("^a$"), DefaultValue("B")]
        public string? Name { get; init; }
    }

    /// <summary>x</summary>
    private sealed record DefaultOffEnum
    {
        /// <summary>x</summary>
        [AllowedValues("a", "b"), DefaultValue("c")]
        public string? Name { get; init; }
    }

    /// <summary>x</summary>
    private sealed record DefaultOffRange
    {
        /// <summary>x</summary>
        [Range(1, 10), DefaultValue(11)]
        public int? Number { get; init; }
    }

    /// <summary>x</summary>
    private sealed record DefaultTooLong
    {
        /// <summary>x</summary>
        [MaxLength(2), DefaultValue("abc")]
        public string? Name { get; init; }
    }

    /// <summary>x</summary>
    private sealed record DefaultOfOtherType
    {
        /// <summary>x</summary>
        [DefaultValue("one")]
        public int? Number { get; init; }
    }

    /// <summary>x</summary>
    private sealed record DefaultLacksMember
    {
        /// <summary>x</summary>
        [DefaultValue("{}")]
        public Named? Inner { get; init; }
    }

    /// <summary>x</summary>
    private sealed record Named
    {
        /// <summary>x</summary>
        public required string Name { get; init; }

        /// <summary>x</summary>
        public string? Optional { get; init; }
    }

    /// <summary>x</summary>
    private sealed record ForeignAttribute
    {
        /// <summary>x</summary>
        [EmailAddress]
        public string? Mail { get; init; }
    }

    /// <summary>x</summary>
    private sealed record SameName
    {
        /// <summary>x</summary>
        public string? A { get; init; }

        /// <summary>x</summary>
        [JsonPropertyName("a")]
        public string? B { get; init; }
    }

    private enum Level
    {
        Low,
    }

    /// <summary>Its attributes name things that are not there.</summary>
    [KubernetesEntity(Group = "problems.directroute.dev", ApiVersion = "v1", Kind = "Mistaken", PluralName = "mistakens")]
    [ValidationRule("self > 0", "m", At = "spec.nmae")]
    [ValidationRule("two", "a\nb", Reason = "Nope")]
    [ValidationRule("three", "m", At = "spec.name[]")]
    [ListMap("spec.parts", "optional")]
    [ListMap("spec.tags", "name")]
    [ListSet("spec.parts")]
    [AdditionalPrinterColumn(".status.url", "Url", "string")]
    [AdditionalPrinterColumn("spec.name", "Bad", "text")]
    private sealed record Mistaken : CustomKubernetesEntity<MistakenSpec, Fine>;

    /// <summary>x</summary>
    private sealed record MistakenSpec
    {
        /// <summary>x</summary>
        public string? Name { get; init; }

        /// <summary>x</summary>
        public IReadOnlyList<string>? Tags { get; init; }

        /// <summary>x</summary>
        public IReadOnlyList<Named>? Parts { get; init; }
    }
}
