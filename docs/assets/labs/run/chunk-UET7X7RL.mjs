function o(t,n,...c){let e=Object.assign(document.createElement(t),n);return e.append(...c),e}export{o as a};
