using System.Text.Json.Nodes;
using DirectRoute.Cli.Schemas.Cel;

namespace DirectRoute.Cli.Tests.Schemas;

public sealed class CelExpressionTests
{
    private static readonly JsonNode Self = JsonNode.Parse("""
        {"text": "abc", "number": 3, "yes": true, "list": [1, 2, 3], "names": [{"name": "a"}, {"name": "b"}], "map": {"k": "v"}, "nested": {"deep": {"x": 1}}}
        """)!;

    [Theory]
    [InlineData("true", true)]
    [InlineData("!true || false", false)]
    [InlineData("true || false && false", true)]
    [InlineData("(true || false) && false", false)]
    [InlineData("self.text == 'abc'", true)]
    [InlineData("self.text != \"abc\"", false)]
    [InlineData("self.text == 'a\\'c'", false)]
    [InlineData("self.number >= 3 && self.number < 3.5", true)]
    [InlineData("self.number + 1 == 4 && self.number - 1 == 2", true)]
    [InlineData("has(self.text)", true)]
    [InlineData("has(self.nested.deep.x) && !has(self.nested.deep.y)", true)]
    [InlineData("self.nested.deep.x == 1", true)]
    [InlineData("2 in self.list && !(7 in self.list) && 'k' in self.map", true)]
    [InlineData("self.list == [1, 2, 3]", true)]
    [InlineData("self.list.all(i, i > 0) && !self.list.all(i, i > 1)", true)]
    [InlineData("self.names.exists(n, n.name == 'b')", true)]
    [InlineData("self.names.exists_one(n, n.name == 'c')", false)]
    [InlineData("self.names.map(n, n.name) == ['a', 'b']", true)]
    [InlineData("self.list.filter(i, i > 1).size() == 2", true)]
    [InlineData("[has(self.text), has(self.nothing)].filter(x, x).size() == 1", true)]
    [InlineData("size(self.text) == 3 && self.map.size() == 1", true)]
    [InlineData("self.text.startsWith('a') && self.text.endsWith('c') && self.text.contains('b') && self.text.matches('^[a-c]+$')", true)]
    [InlineData("self.yes ? self.number == 3 : self.nothing", true)]
    [InlineData("self.list[0] == 1 && self.map['k'] == 'v'", true)]
    [InlineData("self.nothing == 1 || true", true)]
    [InlineData("true || self.nothing == 1", true)]
    [InlineData("self.nothing == 1 && false", false)]
    [InlineData("'a' + 'b' == 'ab' && [1] + [2] == [1, 2]", true)]
    [InlineData("self.names.all(n, self.list.exists(i, i == 1) && n.name in ['a', 'b'])", true)]
    public void Holds_Expression_IsAsCelSays(string expression, bool expected) => Assert.Equal(expected, CelExpression.Parse(expression).Holds(Self));

    [Theory]
    [InlineData("")]
    [InlineData("self.")]
    [InlineData("(true")]
    [InlineData("true true")]
    [InlineData("self.text")]
    [InlineData("self.nothing == 1")]
    [InlineData("self.list[7] == 1")]
    [InlineData("unknown(1)")]
    [InlineData("other == 1")]
    [InlineData("self.text > 1")]
    [InlineData("#")]
    [InlineData("self.list.all(i, i)")]
    public void Holds_WhatIsNoRule_SaysSo(string expression) => Assert.Throws<CelException>(() => CelExpression.Parse(expression).Holds(Self));
}
